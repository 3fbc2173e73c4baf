package io.milepost.state.sla;

import static io.milepost.state.sla.Policies.policy;
import static io.milepost.state.sla.Policies.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MatchKind;
import io.milepost.events.MatchTolerance;
import io.milepost.events.MilestoneName;
import io.milepost.events.PolicySelector;
import io.milepost.state.LineKey;
import io.milepost.state.Said;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.MatchTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is in a book: two versions of the general rule, one of the variant for acme. */
class RuleBookContentsTest {

    private static final LineKey LINE = new LineKey("main", "1", 42, 4201);

    private final Rule first = rule(policy -> {});
    private final Rule second = rule(policy -> policy.setVersion(2));
    private final Rule acme = rule(policy -> policy.setVariant("acme"));
    private final RuleBook book = RuleBook.of(List.of(first, acme, second));

    @Test
    void everyVersionOfEveryVariantIsThereTheNewestFirst() {
        assertThat(book.names()).containsExactly("acknowledgement");
        assertThat(book.variants("acknowledgement")).containsExactly("", "acme");
        assertThat(book.versions("acknowledgement")).containsExactly(second, first, acme);
        assertThat(book.versions("acknowledgement", "")).containsExactly(second, first);
        assertThat(book.versions("acknowledgement", "acme")).containsExactly(acme);
        assertThat(book.size()).isEqualTo(3);
    }

    @Test
    void aBookHasNothingOfARuleOrVariantThatWasNotPublished() {
        assertThat(book.variants("receipt")).isEmpty();
        assertThat(book.versions("receipt")).isEmpty();
        assertThat(book.versions("receipt", "")).isEmpty();
        assertThat(book.versions("acknowledgement", "other")).isEmpty();
    }

    @Test
    void aPolicyIsPublishedUnderTheKeyOfItsRule() {
        assertThat(RuleBook.key(policy(it -> it.setVersion(2)))).isEqualTo("acknowledgement/2");
        assertThat(RuleBook.key(policy(it -> it.setVariant("acme"))))
                .isEqualTo("acknowledgement/acme/1");
    }

    @Test
    void matchedMeansWhatTheRuleSaysThatAppliesToTheLine() {
        Knowledge acmes = Knowledge.of(List.of(Said.order(10, "2026-03-01").fact()));

        assertThat(RuleBook.of(List.of(matching("acme"))).terms(LINE, acmes))
                .isEqualTo(matching("acme").match());
        assertThat(RuleBook.of(List.of(matching("other"))).terms(LINE, acmes))
                .as("a rule for another supplier")
                .isEqualTo(MatchTerms.USUAL);
        assertThat(book.terms(LINE, acmes)).isEqualTo(MatchTerms.USUAL);
        assertThat(RuleBook.of(List.of(matching("acme"))).terms(LINE, new Knowledge()))
                .as("before the order is known")
                .isEqualTo(MatchTerms.USUAL);
    }

    private static Rule matching(String supplier) {
        return rule(
                policy -> {
                    policy.setRule("match");
                    policy.setExpects(MilestoneName.MATCHED);
                    policy.setStartedBy(MilestoneName.ORDERED);
                    policy.setMatch(new MatchTolerance(MatchKind.TWO_WAY, null, null, false));
                    policy.setSelector(new PolicySelector(null, supplier, null, null, null, null));
                });
    }
}
