package io.milepost.odoo.updates;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CommandKind;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ActionCodeTest {

    @Test
    void theCodeKnowsItsHash() {
        assertThat(ActionCode.hash()).matches("[0-9a-f]{64}");
        assertThat(ActionCode.text()).contains("HASH = '" + ActionCode.hash() + "'");
    }

    @Test
    void theCodeKnowsEveryKind() {
        assertThat(Arrays.stream(CommandKind.values()).filter(k -> k != CommandKind.UNKNOWN))
                .allSatisfy(
                        kind -> assertThat(ActionCode.text()).contains("'" + kind.name() + "'"));
    }

    @Test
    void theCodeUsesNothingThatOdooForbids() {
        for (String forbidden :
                new String[] {
                    "^\\s*import\\s",
                    "^\\s*from .* import\\s",
                    "^\\s*with\\s",
                    "^\\s*assert\\s",
                    "__",
                    "\\bgetattr\\(",
                    "\\bhasattr\\(",
                    "\\btype\\(",
                    "^\\s*global\\s",
                    "^\\s*nonlocal\\s",
                    "except Exception",
                    "except:",
                    // Python 3.11 makes a jump of it that early builds of Odoo 16 refuse.
                    "\\b(if|while|and|or|not)\\b.*\\bis (not )?None",
                }) {
            assertThat(
                            Pattern.compile(forbidden, Pattern.MULTILINE)
                                    .matcher(ActionCode.text())
                                    .find())
                    .as("%s in the action's code", forbidden)
                    .isFalse();
        }
    }

    @Test
    void noErrorCanBeTakenForAnotherBecauseItsTextHoldsTheCode() {
        assertThat(ActionCode.text())
                .doesNotContain("UniqueViolation", "SerializationFailure", "AccessDenied");
    }
}
