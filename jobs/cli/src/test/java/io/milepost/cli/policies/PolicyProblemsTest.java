package io.milepost.cli.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyProblemsTest {

    @Test
    void allProblemsAreToldAtOnceEachWithItsPlace() {
        assertThat(
                        problems(
                                """
                                rules:
                                  - rule: acknowledgement
                                    version: 0
                                    effectiveFrom: yesterday
                                    expects: ANSWERED
                                    due: {from: start, allowance: 48hours}
                                    severity: severe
                                  - rule: receipt
                                    version: 1
                                    effectiveFrom: 2026-01-01T00:00:00Z
                                    expects: RECEIVED
                                    due:
                                      from: promise
                                      endOfDay: yes
                                      zone: Europe/Entenhausen
                                      until: 12h
                                    selector:
                                      vendor: acme
                                """))
                .containsExactly(
                        "sla.yaml line 3: rules[0].version: expected a number > 0 but found 0",
                        "sla.yaml line 4: rules[0].effectiveFrom: expected a time such as"
                                + " 2026-01-01T00:00:00Z but found yesterday",
                        "sla.yaml line 5: rules[0].expects: expected one of ORDERED, SENT,"
                                + " RECEIPT_ACKNOWLEDGED, ACKNOWLEDGED, SHIPPED, PICKED_UP,"
                                + " IN_TRANSIT, ARRIVED, CUSTOMS_CLEARED, OUT_FOR_DELIVERY,"
                                + " DELIVERED, RECEIVED, INVOICED, MATCHED, PAID, CLOSED,"
                                + " CANCELLED but found ANSWERED",
                        "sla.yaml line 6: rules[0].due.allowance: expected a duration such as 48h"
                                + " but found 48hours",
                        "sla.yaml line 7: rules[0].severity: expected one of LOW, MEDIUM, HIGH,"
                                + " CRITICAL but found severe",
                        "sla.yaml line 13: rules[1].due.from: expected one of start,"
                                + " first-promise, current-promise but found promise",
                        "sla.yaml line 14: rules[1].due.endOfDay: expected true or false but found"
                                + " yes",
                        "sla.yaml line 15: rules[1].due.zone: expected a time zone such as"
                                + " Europe/Berlin but found Europe/Entenhausen",
                        "sla.yaml line 16: rules[1].due.until: expected one of from, allowance,"
                                + " endOfDay, zone but found an unknown field",
                        "sla.yaml line 18: rules[1].selector.vendor: expected one of company,"
                                + " supplier, category, warehouse, incoterm, currency but found an"
                                + " unknown field");
    }

    @Test
    void whatIsMissingIsNamedAtTheRule() {
        assertThat(problems("rules:\n  - description: nothing else\n"))
                .containsExactly(
                        "sla.yaml line 2: rules[0].rule: expected a name but found nothing",
                        "sla.yaml line 2: rules[0].version: expected a number > 0 but found"
                                + " nothing",
                        "sla.yaml line 2: rules[0].effectiveFrom: expected a time such as"
                                + " 2026-01-01T00:00:00Z but found nothing",
                        "sla.yaml line 2: rules[0].expects: expected "
                                + Conversions.oneOf(io.milepost.events.MilestoneName.class)
                                + " but found nothing",
                        "sla.yaml line 2: rules[0].due: expected fields from, allowance, endOfDay,"
                                + " zone but found nothing");
    }

    @Test
    void aFieldIsGivenOnce() {
        assertThat(problems(valid() + "    severity: LOW\n    severity: HIGH\n"))
                .containsExactly(
                        "sla.yaml line 8: rules[0].severity: expected the field once but found it"
                                + " again");
    }

    @Test
    void aMilestoneCannotStartItsOwnClock() {
        assertThat(problems(valid() + "    startedBy: RECEIVED\n"))
                .containsExactly(
                        "sla.yaml line 5: rules[0].expects: expected another milestone than"
                                + " startedBy but found RECEIVED");
    }

    @Test
    void anOffsetIsNoZoneBecauseItKnowsNoSummer() {
        assertThat(problems(valid().replace("}", ", zone: '+02:00'}")))
                .containsExactly(
                        "sla.yaml line 6: rules[0].due.zone: expected a time zone such as"
                                + " Europe/Berlin but found +02:00");
    }

    @Test
    void anEmptyFileIsNotAnEmptyRuleBook() {
        assertThat(problems("# nothing\n"))
                .containsExactly(
                        "sla.yaml line 1: rules: expected a list of rules but found nothing");
        assertThat(problems("rules: 7\n"))
                .containsExactly("sla.yaml line 1: rules: expected a list of rules but found 7");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() {
        assertThat(problems("rules:\n  - {rule: receipt\n"))
                .singleElement()
                .asString()
                .startsWith("sla.yaml line 3: expected YAML but found ");
    }

    @Test
    void calendarsAreCheckedToTheLastDay() {
        assertThat(
                        problems(
                                valid()
                                        + """
                                            calendar:
                                              zone: Mars
                                              workingDays: [monday, caturday]
                                              from: 9:00
                                              to: 24:01
                                              holidays: [DE-QQ, CN]
                                              extraHolidays: [24.12.2026]
                                              lunch: 12:00
                                        """))
                .containsExactly(
                        "sla.yaml line 8: rules[0].calendar.zone: expected a time zone such as"
                                + " Europe/Berlin but found Mars",
                        "sla.yaml line 9: rules[0].calendar.workingDays[1]: expected one of MONDAY,"
                                + " TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY but"
                                + " found caturday",
                        "sla.yaml line 10: rules[0].calendar.from: expected a time of day from"
                                + " 00:00 to 24:00 but found 9:00",
                        "sla.yaml line 11: rules[0].calendar.to: expected a time of day from 00:00"
                                + " to 24:00 but found 24:01",
                        "sla.yaml line 12: rules[0].calendar.holidays[0]: expected an ISO 3166"
                                + " code of a country or a part of it, as DE or DE-BY but found"
                                + " DE-QQ",
                        "sla.yaml line 12: rules[0].calendar.holidays[1]: expected an ISO 3166"
                                + " code of a country or a part of it, as DE or DE-BY but found"
                                + " CN",
                        "sla.yaml line 13: rules[0].calendar.extraHolidays[0]: expected a date"
                                + " such as 2026-12-24 but found 24.12.2026",
                        "sla.yaml line 14: rules[0].calendar.lunch: expected one of zone,"
                                + " workingDays, from, to, holidays, extraHolidays but found an"
                                + " unknown field");
    }

    @Test
    void aCalendarHasDaysAndItsHoursAreInOrder() {
        assertThat(problems(valid() + "    calendar: {zone: UTC, from: 17:00, to: 08:00}\n"))
                .containsExactly(
                        "sla.yaml line 7: rules[0].calendar.workingDays: expected at least one of"
                                + " MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY"
                                + " but found nothing",
                        "sla.yaml line 7: rules[0].calendar.to: expected a time of day after from"
                                + " but found 08:00");
    }

    @Test
    void thereIsOneZone() {
        assertThat(
                        problems(
                                valid().replace("}", ", zone: UTC}")
                                        + "    calendar: {zone: Asia/Tokyo, workingDays:"
                                        + " [monday]}\n"))
                .containsExactly(
                        "sla.yaml line 6: rules[0].due.zone: expected nothing beside a calendar,"
                                + " whose zone counts but found UTC");
    }

    @Test
    void variantsThatSelectTheSameLinesAreRefused() {
        String acme = "    variant: acme\n    selector: {supplier: acme}\n";
        String again = valid().substring("rules:\n".length());
        assertThat(
                        problems(
                                valid()
                                        + acme
                                        + again
                                        + acme.replace("variant: acme", "variant: second")))
                .containsExactly(
                        "sla.yaml line 9: rules[1].selector: expected another selector than that"
                                + " of receipt variant acme version 1 but found the same: supplier"
                                + " acme");
    }

    @Test
    void valuesMatchesAndRestartsAreCheckedTogether() {
        assertThat(
                        problems(
                                valid()
                                        + """
                                            variant: a/b
                                            restartedByCarrier: true
                                            severityByValue:
                                              - {openValueFrom: -1, severity: HIGH}
                                              - {openValueFrom: 5, severity: LOUD}
                                              - {openValueFrom: 5.0, severity: LOW}
                                            match:
                                              kind: four-way
                                              price: {percent: two, combine: xor}
                                        """))
                .containsExactly(
                        "sla.yaml line 7: rules[0].variant: expected a name without a slash but"
                                + " found a/b",
                        "sla.yaml line 8: rules[0].restartedByCarrier: expected false unless"
                                + " due.from is start but found true",
                        "sla.yaml line 10: rules[0].severityByValue[0].openValueFrom: expected an"
                                + " amount such as 10000 but found -1",
                        "sla.yaml line 11: rules[0].severityByValue[1].severity: expected one of"
                                + " LOW, MEDIUM, HIGH, CRITICAL but found LOUD",
                        "sla.yaml line 12: rules[0].severityByValue[2]: expected each"
                                + " openValueFrom once but found 5.0000 again",
                        "sla.yaml line 14: rules[0].match: expected nothing unless the rule"
                                + " expects MATCHED but found it although the rule expects"
                                + " RECEIVED",
                        "sla.yaml line 14: rules[0].match.kind: expected one of three-way,"
                                + " two-way, consignment but found four-way",
                        "sla.yaml line 15: rules[0].match.price.percent: expected a percentage"
                                + " such as 2 or 0.5 but found two",
                        "sla.yaml line 15: rules[0].match.price.combine: expected one of and, or"
                                + " but found xor");
    }

    private static String valid() {
        return """
        rules:
          - rule: receipt
            version: 1
            effectiveFrom: 2026-01-01T00:00:00Z
            expects: RECEIVED
            due: {from: current-promise}
        """;
    }

    private static List<String> problems(String yaml) {
        PolicyReader reader = new PolicyReader();
        reader.read("sla.yaml", yaml);
        PolicyFormatException[] thrown = new PolicyFormatException[1];
        assertThatThrownBy(reader::finish)
                .isInstanceOfSatisfying(PolicyFormatException.class, e -> thrown[0] = e);
        return thrown[0].getMessage().lines().toList();
    }
}
