package io.milepost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainPoliciesTest {

    private static final String RULES =
            """
            rules:
              - rule: acknowledgement
                version: 1
                effectiveFrom: 2026-01-01T00:00:00Z
                expects: ACKNOWLEDGED
                due: {from: start, allowance: 48h}
              - rule: acknowledgement
                variant: acme
                version: 1
                effectiveFrom: 2026-01-01T00:00:00Z
                expects: ACKNOWLEDGED
                due: {from: start, allowance: 10h, endOfDay: true}
                warnBefore: 2h
                severityByValue: [{openValueFrom: 10000, severity: HIGH}]
                calendar:
                  zone: Europe/Berlin
                  workingDays: [monday, tuesday, wednesday, thursday, friday]
                  from: 08:00
                  to: 17:00
                  holidays: [DE]
                selector: {supplier: acme}
              - rule: acknowledgement
                variant: acme
                version: 2
                effectiveFrom: 2026-06-01T00:00:00Z
                expects: ACKNOWLEDGED
                due: {from: start, allowance: 4h}
                selector: {supplier: acme}
              - rule: acknowledgement
                variant: south
                version: 1
                effectiveFrom: 2026-01-01T00:00:00Z
                expects: ACKNOWLEDGED
                due: {from: start, allowance: 24h}
                selector: {supplier: acme, warehouse: south}
              - rule: receipt
                version: 1
                effectiveFrom: 2026-01-01T00:00:00Z
                expects: RECEIVED
                due: {from: current-promise}
            """;

    private static final String LINE =
            """
            {"lineKey": "main/1/42/4201", "vendor": "acme", "warehouse": "north",
             "confirmedAt": "2026-04-02T14:00:00Z", "openValue": 25000}
            """;

    @TempDir private Path folder;
    private final Terminals terminals = new Terminals();
    private String rules;

    @BeforeEach
    void writeRules() throws IOException {
        rules = Files.writeString(folder.resolve("sla.yaml"), RULES).toString();
    }

    @Test
    void theRuleTheReasonAndTheStepsToTheDeadlineAreTold() {
        // given an order of the Thursday before Easter, 16:00 in Berlin
        assertThat(run("policies", "explain", LINE, rules)).as(terminals.people()).isZero();

        assertThat(terminals.results().lines())
                .containsExactly(
                        "acknowledgement: variant acme version 1 applies, expects ACKNOWLEDGED",
                        "  version 1: in force, for every line, specificity 0, gives way to a more"
                                + " specific variant",
                        "  variant acme version 1: in force, for supplier acme, specificity 32,"
                                + " applies, the most specific; not in force for this clock:"
                                + " version 2",
                        "  variant south version 1: in force, for supplier acme, warehouse south,"
                                + " specificity 40, is not for this line, warehouse: expected"
                                + " south but found north",
                        "    2026-04-02T14:00:00Z  start, ORDERED",
                        "    2026-04-07T15:00:00Z  plus 10h of working time",
                        "    2026-04-07T15:00:00Z  end of the working day in Europe/Berlin",
                        "    2026-04-07T15:00:00Z  deadline, exclusive",
                        "    2026-04-07T13:00:00Z  warning, 2h of working time before",
                        "    severity HIGH, by an open value of 25000",
                        "receipt: version 1 applies, expects RECEIVED",
                        "  version 1: in force, for every line, specificity 0, applies, the most"
                                + " specific",
                        "    no deadline: no current promise is given",
                        "    severity MEDIUM");
    }

    @Test
    void programsGetTheSameAsJson() throws IOException {
        Path line = Files.writeString(folder.resolve("line.json"), LINE);

        assertThat(run("policies", "explain", line.toString(), rules, "--output=json"))
                .as(terminals.people())
                .isZero();

        assertThat(terminals.results())
                .contains(
                        "{\"rules\":[{\"rule\":\"acknowledgement\",\"applies\":true,"
                                + "\"variant\":\"acme\",\"version\":1,\"expects\":\"ACKNOWLEDGED\","
                                + "\"severity\":\"HIGH\",\"deadline\":\"2026-04-07T15:00:00Z\","
                                + "\"warning\":\"2026-04-07T13:00:00Z\"")
                .contains(
                        "{\"variant\":\"south\",\"version\":1,\"inForce\":true,\"selects\":false,"
                                + "\"differences\":[\"warehouse: expected south but found"
                                + " north\"],\"specificity\":40");
    }

    @Test
    void withoutFilesTheRulesThatShipAreExplained() {
        assertThat(run("policies", "explain", "{\"company\": \"1\"}")).isZero();

        assertThat(terminals.results())
                .contains(
                        "carrier-silence: version 1 applies, expects DELIVERED",
                        "no deadline: the clock has not started: no time of IN_TRANSIT is given");
    }

    @Test
    void everythingThatIsWrongWithTheLineIsToldAtOnce() {
        assertThat(
                        run(
                                "policies",
                                "explain",
                                """
                                {"supplier": "acme", "vendor": 7, "orderedAt": "monday",
                                 "milestones": {"EATEN": "2026-01-01T00:00:00Z", "SHIPPED": 1},
                                 "openValue": "much"}
                                """,
                                rules))
                .isEqualTo(ExitCodes.USAGE);

        assertThat(terminals.people().lines())
                .contains(
                        "milepost policies explain: the line cannot be used",
                        "line: company: expected it or lineKey but found nothing",
                        "line: vendor: expected a text but found 7",
                        "line: orderedAt: expected a time such as 2026-01-01T00:00:00Z but found"
                                + " monday",
                        "line: milestones.SHIPPED: expected a time such as 2026-01-01T00:00:00Z but"
                                + " found 1",
                        "line: openValue: expected a number but found much")
                .anyMatch(it -> it.startsWith("line: supplier: expected one of lineKey, company"))
                .anyMatch(it -> it.startsWith("line: milestones.EATEN: expected one of ORDERED"))
                .hasSize(8);
    }

    @Test
    void whatIsNoLineIsRefused() {
        assertThat(run("policies", "explain", "{", rules)).isEqualTo(ExitCodes.USAGE);
        assertThat(run("policies", "explain", "nowhere.json", rules)).isEqualTo(ExitCodes.USAGE);
        assertThat(terminals.people())
                .contains(
                        "line: expected JSON but found",
                        "nowhere.json: expected JSON or a file with it but found nothing");
    }

    private int run(String... arguments) {
        return Milepost.commandLine(terminals.terminal()).execute(arguments);
    }
}
