package io.milepost.cli.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.InputException;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.schemas.TrustedEvents;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedPoliciesTest {

    static {
        TrustedEvents.trust();
    }

    @Test
    void whatIsThereAlreadyIsNotPublishedAgain() throws IOException {
        List<SlaPolicy> rules = PolicyFiles.bundled(PolicyFiles.DEMO);
        PublishedPolicies published = PublishedPolicies.none();
        published.add(rules.get(0));

        assertThat(ApplyPoliciesCommand.fresh(rules, published))
                .containsExactlyElementsOf(rules.subList(1, rules.size()));
    }

    @Test
    void aVersionThatWouldChangeIsRefusedWithEveryFieldThatDiffers() throws IOException {
        SlaPolicy rule = PolicyFiles.bundled(PolicyFiles.SCMS).get(0);
        PublishedPolicies published = PublishedPolicies.none();
        published.add(rule);
        SlaPolicy changed =
                SlaPolicy.newBuilder(rule).setSeverity(Severity.LOW).setEndOfDay(false).build();

        assertThatThrownBy(() -> ApplyPoliciesCommand.fresh(List.of(changed), published))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "versions that were published cannot change; nothing was published\n")
                .hasMessageContaining(
                        "rule receipt version 1.endOfDay: published as true but found false")
                .hasMessageContaining(
                        "rule receipt version 1.severity: published as HIGH but found LOW");
    }

    @Test
    void theFirstOfAVersionHoldsAsInTheJob() throws IOException {
        SlaPolicy rule = PolicyFiles.bundled(PolicyFiles.SCMS).get(0);
        PublishedPolicies published = PublishedPolicies.none();
        published.add(rule);
        published.add(SlaPolicy.newBuilder(rule).setSeverity(Severity.LOW).build());

        assertThat(published.differences(rule)).isEmpty();
    }

    @Test
    void aVariantForTheLinesOfAPublishedOneIsRefused() throws IOException {
        SlaPolicy rule = PolicyFiles.bundled(PolicyFiles.SCMS).get(0);
        PublishedPolicies published = PublishedPolicies.none();
        published.add(rule);
        SlaPolicy second = SlaPolicy.newBuilder(rule).setVariant("second").build();

        assertThatThrownBy(() -> ApplyPoliciesCommand.fresh(List.of(second), published))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "variants of a rule must differ in what they select; nothing was"
                                + " published\n"
                                + "rule receipt variant second version 1.selector: expected"
                                + " another selector than that of receipt version 1 but found the"
                                + " same: every line");
    }
}
