package io.milepost.scenarios.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.DeadlineBase;
import io.milepost.events.SlaPolicy;
import org.junit.jupiter.api.Test;

class RuleTextTest {

    private static final String RULE =
            """
            rule: in-full
            expects: RECEIVED
            due: {from: current-promise, allowance: -24h}
            """;

    @Test
    void isReadAsPeopleWriteIt() {
        SlaPolicy rule = RuleText.read(RULE, "story-1");

        assertThat(rule.getRule()).isEqualTo("in-full");
        assertThat(rule.getVersion()).isEqualTo(1);
        assertThat(rule.getBase()).isEqualTo(DeadlineBase.CURRENT_PROMISE);
        assertThat(rule.getAllowanceMicros()).isEqualTo(-86_400_000_000L);
    }

    @Test
    void holdsForOneStoryOnly() {
        SlaPolicy general = RuleText.read(RULE, "story-1");
        SlaPolicy variant = RuleText.read(RULE + "variant: slow\n", "story-1");

        assertThat(general.getVariant()).isEqualTo("story-1");
        assertThat(general.getSelector().getCompany()).isEqualTo("story-1");
        assertThat(variant.getVariant()).isEqualTo("story-1-slow");
    }

    @Test
    void unknownFieldsAreRefused() {
        assertThatThrownBy(() -> RuleText.read(RULE + "deadline: 3d\n", "story-1"))
                .hasMessage("rule: unknown fields [deadline]");
    }
}
