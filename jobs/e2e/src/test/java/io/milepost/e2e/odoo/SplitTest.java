package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.local.stack.EmbeddedStack;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three jobs around a double of Odoo, and a partner that lets its lines be split. */
@ExtendWith(SharedStack.class)
@DisplayName("A line that is split in Odoo")
class SplitTest {

    @Test
    void sharesWhatIsSaidOfItAndNothingIsAskedOrAlertedTwice(EmbeddedStack stack) throws Exception {
        try (SplitLine story = SplitLine.on(stack, "split")) {
            story.order();
            story.confirm();
            story.awaitParts();
            story.assertPromises();
            story.ship();
            story.awaitShipped();
            story.assertShipped();
            story.carry();
            story.assertCarried();
            story.rollBack();
            story.receive();
            story.assertReceived();
        }
    }

    @Test
    void wouldBeTwoLinesOfWhichOneIsLateIfOdooDidNotSayWhatItIsAPartOf(EmbeddedStack stack)
            throws Exception {
        try (SplitLine story = SplitLine.on(stack, "split-unnoted")) {
            story.order();
            story.confirmUnnoted();
            story.awaitParts();
            assertThatThrownBy(story::assertPromises)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("[confirmed of the part]")
                    .hasMessageContaining("[alerts]");
            story.ship();
            story.carry();
            assertThatThrownBy(story::assertCarried)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("[carried of the line]")
                    .hasMessageContaining("[carried of the part]");
        }
    }
}
