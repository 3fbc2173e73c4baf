package io.milepost.cli.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.DeadlineBase;
import io.milepost.events.MatchKind;
import io.milepost.events.MilestoneName;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.state.sla.Limit;
import io.milepost.state.sla.MatchPolicy;
import io.milepost.state.sla.Rule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFilesTest {

    private static final long HOUR = 3_600_000_000L;

    @TempDir private Path folder;

    @Test
    void theShowcaseHasEveryKindOfThingThatRulesCanSay() throws IOException {
        List<SlaPolicy> rules = PolicyFiles.bundled(PolicyFiles.SHOWCASE);

        assertThat(rules).anyMatch(rule -> rule.getCalendar() != null);
        assertThat(rules).anyMatch(rule -> rule.getWarnBeforeMicros() > 0);
        assertThat(rules).anyMatch(SlaPolicy::getRestartedByCarrier);
        assertThat(rules).anyMatch(SlaPolicy::getAppliesToRunningClocks);
        assertThat(rules).anyMatch(SlaPolicy::getPerScheduleLine);
        assertThat(rules).anyMatch(rule -> rule.getQuantityPercent() != null);
        assertThat(rules).anyMatch(rule -> !rule.getSeverityByValue().isEmpty());
        assertThat(rules)
                .filteredOn(rule -> rule.getMatch() != null)
                .extracting(rule -> rule.getMatch().getKind())
                .contains(MatchKind.THREE_WAY, MatchKind.TWO_WAY, MatchKind.CONSIGNMENT);
        assertThat(rules).anyMatch(rule -> rule.getSelector().getCompany() != null);
        assertThat(rules).anyMatch(rule -> rule.getSelector().getSupplier() != null);
        assertThat(rules).anyMatch(rule -> rule.getSelector().getCategory() != null);
        assertThat(rules).anyMatch(rule -> rule.getSelector().getWarehouse() != null);
        assertThat(rules).anyMatch(rule -> rule.getSelector().getIncoterm() != null);
        assertThat(rules).anyMatch(rule -> rule.getSelector().getCurrency() != null);
    }

    @Test
    void measurementsRunWithFourPlainRules() throws IOException {
        assertThat(PolicyFiles.bundled(PolicyFiles.DEMO))
                .extracting(
                        SlaPolicy::getRule,
                        SlaPolicy::getExpects,
                        SlaPolicy::getStartedBy,
                        SlaPolicy::getBase,
                        SlaPolicy::getAllowanceMicros,
                        SlaPolicy::getEndOfDay)
                .containsExactly(
                        tuple(
                                "acknowledgement",
                                MilestoneName.ACKNOWLEDGED,
                                MilestoneName.ORDERED,
                                DeadlineBase.START,
                                48 * HOUR,
                                false),
                        tuple(
                                "ship-notice",
                                MilestoneName.SHIPPED,
                                MilestoneName.ORDERED,
                                DeadlineBase.CURRENT_PROMISE,
                                -24 * HOUR,
                                false),
                        tuple(
                                "receipt",
                                MilestoneName.RECEIVED,
                                MilestoneName.ORDERED,
                                DeadlineBase.CURRENT_PROMISE,
                                0L,
                                true),
                        tuple(
                                "invoice",
                                MilestoneName.INVOICED,
                                MilestoneName.RECEIVED,
                                DeadlineBase.START,
                                30 * 24 * HOUR,
                                false));
    }

    @Test
    void theRulesThatShipCoverTheLifeOfALine() throws IOException {
        List<SlaPolicy> shipped = PolicyFiles.bundled(PolicyFiles.DEFAULT);

        assertThat(shipped)
                .extracting(SlaPolicy::getRule)
                .containsExactly(
                        "technical-acknowledgement",
                        "acknowledgement",
                        "ship-notice",
                        "on-time",
                        "in-full",
                        "carrier-silence",
                        "receipt-posted",
                        "invoice-matched");
        assertThat(shipped).allSatisfy(policy -> assertThat(Rule.of(policy)).isNotNull());
    }

    @Test
    void variantsCalendarsValuesAndMatchesAreRead() throws IOException {
        Path file = folder.resolve("all.yaml");
        Files.writeString(
                file,
                """
                rules:
                  - rule: acknowledgement
                    variant: acme
                    version: 1
                    effectiveFrom: 2026-01-01T00:00:00Z
                    expects: ACKNOWLEDGED
                    due: {from: start, allowance: 18h}
                    calendar:
                      zone: Europe/Berlin
                      workingDays: [monday, FRIDAY]
                      from: 08:00
                      to: 17:30
                      holidays: [DE-BY, AT]
                      extraHolidays: [2026-12-24]
                    severityByValue:
                      - {openValueFrom: 10000.5, severity: HIGH}
                    selector: {supplier: acme}
                  - rule: silence
                    version: 1
                    effectiveFrom: 2026-01-01T00:00:00Z
                    expects: DELIVERED
                    startedBy: IN_TRANSIT
                    due: {from: start, allowance: 24h}
                    restartedByCarrier: true
                  - rule: matched
                    version: 1
                    effectiveFrom: 2026-01-01T00:00:00Z
                    expects: MATCHED
                    startedBy: RECEIVED
                    due: {from: start, allowance: 30d}
                    match:
                      kind: two-way
                      price: {percent: 2, absolute: 5, combine: or}
                      quantity: {percent: 0.5}
                      unlimitedOver: true
                """);

        List<SlaPolicy> policies = PolicyFiles.read(file);

        assertThat(policies.get(0).getVariant()).isEqualTo("acme");
        assertThat(policies.get(0).getZone()).as("days end there").isEqualTo("Europe/Berlin");
        assertThat(policies.get(0).getCalendar())
                .hasToString(
                        "{\"zone\": \"Europe/Berlin\", \"workingDays\": [\"MONDAY\","
                                + " \"FRIDAY\"], \"fromMinute\": 480, \"toMinute\": 1050,"
                                + " \"holidays\": [\"DE-BY\", \"AT\"], \"extraHolidays\":"
                                + " [\"2026-12-24\"]}");
        assertThat(policies.get(0).getSeverityByValue())
                .singleElement()
                .hasToString("{\"openValueFrom\": 10000.5000, \"severity\": \"HIGH\"}");
        assertThat(policies.get(1).getRestartedByCarrier()).isTrue();
        MatchPolicy match = Rule.of(policies.get(2)).match();
        assertThat(match.kind()).isEqualTo(MatchKind.TWO_WAY);
        assertThat(match.price())
                .isEqualTo(new Limit(new BigDecimal("2.0000"), new BigDecimal("5.0000"), false));
        assertThat(match.quantity()).isEqualTo(new Limit(new BigDecimal("0.5000"), null, true));
        assertThat(match.unlimitedOver()).isTrue();
    }

    @Test
    void theScmsHistoryIsReplayedWithTheReceiptRuleOnly() throws IOException {
        assertThat(PolicyFiles.bundled(PolicyFiles.SCMS))
                .extracting(SlaPolicy::getRule, SlaPolicy::getZone)
                .containsExactly(tuple("receipt", "UTC"));
    }

    @Test
    void everyFieldOfARuleIsRead() throws IOException {
        Path file = folder.resolve("all.yaml");
        Files.writeString(
                file,
                """
                rules:
                  - rule: receipt
                    version: 3
                    description: All of it.
                    effectiveFrom: 2026-01-01T00:00:00Z
                    appliesToRunningClocks: true
                    expects: RECEIVED
                    startedBy: SHIPPED
                    due: {from: first-promise, allowance: 90m, endOfDay: true, zone: Europe/Berlin}
                    warnBefore: 2d
                    severity: CRITICAL
                    selector: {company: "7", supplier: acme, category: pumps, warehouse: north, incoterm: DAP, currency: EUR}
                """);

        SlaPolicy policy = PolicyFiles.read(file).get(0);

        assertThat(policy.getVersion()).isEqualTo(3);
        assertThat(policy.getDescription()).isEqualTo("All of it.");
        assertThat(policy.getEffectiveFrom()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(policy.getAppliesToRunningClocks()).isTrue();
        assertThat(policy.getStartedBy()).isEqualTo(MilestoneName.SHIPPED);
        assertThat(policy.getBase()).isEqualTo(DeadlineBase.FIRST_PROMISE);
        assertThat(policy.getAllowanceMicros()).isEqualTo(90 * 60_000_000L);
        assertThat(policy.getZone()).isEqualTo("Europe/Berlin");
        assertThat(policy.getWarnBeforeMicros()).isEqualTo(48 * HOUR);
        assertThat(policy.getSeverity()).isEqualTo(Severity.CRITICAL);
        assertThat(policy.getSelector())
                .hasToString(
                        "{\"company\": \"7\", \"supplier\": \"acme\", \"category\": \"pumps\","
                                + " \"warehouse\": \"north\", \"incoterm\": \"DAP\", \"currency\":"
                                + " \"EUR\"}");
    }

    @Test
    void aFolderIsReadInTheOrderOfTheNamesOfItsFiles() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), rule("late", 1));
        Files.writeString(folder.resolve("a.yaml"), rule("early", 1));
        Files.writeString(folder.resolve("notes.txt"), "not a policy");

        assertThat(PolicyFiles.read(folder))
                .extracting(SlaPolicy::getRule)
                .containsExactly("early", "late");
    }

    @Test
    void aVersionThatIsGivenTwiceIsAProblemAcrossFiles() throws IOException {
        Path first = Files.writeString(folder.resolve("a.yaml"), rule("receipt", 2));
        Path second = Files.writeString(folder.resolve("b.yaml"), rule("receipt", 2));

        assertThatThrownBy(() -> PolicyFiles.read(folder))
                .isInstanceOf(PolicyFormatException.class)
                .hasMessage(
                        "%s line 2: rules[0]: expected each version of a rule once but found receipt version 2 as in %s rules[0]"
                                .formatted(second, first));
    }

    @Test
    void aPathThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere.yaml");

        assertThatThrownBy(() -> PolicyFiles.read(nowhere))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(nowhere + ": expected a file or folder of policies but found nothing");
    }

    @Test
    void aFolderWithoutPoliciesIsNotAnEmptyRuleBook() {
        assertThatThrownBy(() -> PolicyFiles.read(folder))
                .hasMessage(
                        folder
                                + ": expected .yaml files of policies in this folder but found"
                                + " none");
    }

    private static String rule(String name, int version) {
        return String.join(
                "\n",
                List.of(
                        "rules:",
                        "  - rule: " + name,
                        "    version: " + version,
                        "    effectiveFrom: 2026-01-01T00:00:00Z",
                        "    expects: RECEIVED",
                        "    due: {from: current-promise}"));
    }
}
