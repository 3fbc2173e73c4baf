package io.milepost.cli.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.InvoiceAnswer;
import io.milepost.events.PartialAnswer;
import io.milepost.events.SlaPolicy;
import io.milepost.state.sla.RequestPolicy;
import io.milepost.state.sla.Rule;
import io.milepost.state.sla.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that say what Odoo is asked for. */
class RequestsTest {

    private static final String HEAD =
            """
            rules:
              - rule: odoo
                version: 1
                effectiveFrom: 2026-01-01T00:00:00Z
            """;

    @TempDir private Path folder;

    @Test
    void theFileThatShipsSaysWhatHoldsWithoutIt() throws IOException {
        assertThat(PolicyFiles.bundled("odoo.yaml"))
                .singleElement()
                .satisfies(
                        policy ->
                                assertThat(Rule.of(policy).requests())
                                        .isEqualTo(RequestPolicy.DEFAULT));
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws IOException {
        SlaPolicy policy = read(HEAD + "    requests: {partial: split, bill: draft}\n").get(0);

        assertThat(policy.getRequests().getPartial()).isEqualTo(PartialAnswer.SPLIT);
        assertThat(policy.getRequests().getBill()).isEqualTo(InvoiceAnswer.DRAFT);
        assertThat(policy.getRequests().getTracking()).isTrue();
    }

    @Test
    void everythingThatIsWrongIsTold() {
        Path file = folder.resolve("wrong.yaml");

        assertThatThrownBy(
                        () ->
                                read(
                                        HEAD
                                                + "    expects: RECEIVED\n"
                                                + "    requests: {partial: half, post: true}\n"))
                .isInstanceOf(PolicyFormatException.class)
                .hasMessage(
                        file
                                + " line 5: rules[0].expects: expected nothing beside requests but"
                                + " found RECEIVED\n"
                                + file
                                + " line 6: rules[0].requests.post: expected one of lineDate,"
                                + " partial, acknowledge, vendorReference, tracking, receiptDate,"
                                + " bill, salePromise but found an unknown field\n"
                                + file
                                + " line 6: rules[0].requests.partial: expected one of review,"
                                + " split, quantity, none but found half");
    }

    @Test
    void explainSaysWhatHoldsForALine() throws IOException {
        RuleBook rules =
                RuleBook.of(
                        read(HEAD + "    requests: {bill: draft}\n").stream()
                                .map(Rule::of)
                                .toList());

        List<Explanation> explained =
                ExplainPoliciesCommand.explain(
                        LineQuestionReader.read("{\"company\": \"1\"}"), rules);

        assertThat(explained.get(0).lines())
                .contains("odoo: version 1 applies, says what Odoo is asked for")
                .contains("    partial: review", "    bill: draft", "    tracking: true");
    }

    private List<SlaPolicy> read(String yaml) throws IOException {
        Path file = folder.resolve("wrong.yaml");
        Files.writeString(file, yaml);
        return PolicyFiles.read(file);
    }
}
