package io.milepost.e2e.correlation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.local.stack.EmbeddedStack;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages as partners write them, through the intake and both jobs, to the milestones of the lines
 * that they mean. Every story is told a second time, of other orders, without its last message, or
 * without our having sent the order: there its outcome must be missed.
 */
@ExtendWith(SharedStack.class)
@DisplayName("Which line a partner's message is about")
class CorrelationTest {

    private static final List<Case> CASES = Cases.all();
    private static final long FIRST_ORDER = 1_000;
    private static final long FIRST_SPOILT_ORDER = 2_000;

    private static PartnerDesk desk;
    private static Stories whole;
    private static Stories spoilt;

    @BeforeAll
    static void tellThemAll(EmbeddedStack stack, @TempDir Path folder) throws Exception {
        desk = new PartnerDesk(stack, folder, Cases.PARTNERS);
        whole = new Stories(desk, CASES, FIRST_ORDER);
        spoilt = new Stories(desk, CASES.stream().map(Case::spoilt).toList(), FIRST_SPOILT_ORDER);
        whole.ordersFirst();
        spoilt.ordersFirst();
        whole.awaitThatOrdersWereSent();
        boolean more = true;
        for (int round = 0; more; round++) {
            more = whole.round(round) | spoilt.round(round);
            desk.settle();
        }
        whole.ordersLast();
        spoilt.ordersLast();
        desk.settle();
    }

    @AfterAll
    static void close() throws Exception {
        if (desk != null) {
            desk.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> isFound() {
        return IntStream.range(0, CASES.size())
                .mapToObj(
                        story ->
                                DynamicTest.dynamicTest(
                                        CASES.get(story).title(),
                                        () -> CASES.get(story).outcome().hold(whole.told(story))));
    }

    @TestFactory
    Stream<DynamicTest> isMissedWithoutWhatItTurnsOn() {
        return IntStream.range(0, CASES.size())
                .mapToObj(
                        story ->
                                DynamicTest.dynamicTest(
                                        CASES.get(story).title(), () -> assertMissed(story)));
    }

    private static void assertMissed(int story) {
        assertThatThrownBy(() -> CASES.get(story).outcome().hold(spoilt.told(story)))
                .isInstanceOf(AssertionError.class);
    }
}
