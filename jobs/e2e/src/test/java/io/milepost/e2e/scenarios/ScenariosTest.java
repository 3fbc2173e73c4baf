package io.milepost.e2e.scenarios;

import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.scenarios.Action;
import io.milepost.scenarios.Layer;
import io.milepost.scenarios.LayerTests;
import io.milepost.scenarios.Story;
import io.milepost.scenarios.checks.Heard;
import io.milepost.scenarios.checks.Replays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scenarios of the feature files through the real job, all in one run of it. */
@ExtendWith(SharedStack.class)
@DisplayName("The scenarios")
class ScenariosTest {

    private static final LayerTests TESTS =
            new LayerTests(
                    Layer.JOB,
                    ScenariosTest::look,
                    story -> Replays.same().verify(story.title(), ended(story)));

    private static AllAtOnce live;
    private static AllAtOnce replay;

    @BeforeAll
    static void tellThemAll(EmbeddedStack stack) throws Exception {
        live = AllAtOnce.live(stack, TESTS.all());
        replay = AllAtOnce.replayed(stack, TESTS.all());
    }

    @AfterAll
    static void close() throws Exception {
        try (AllAtOnce first = live;
                AllAtOnce second = replay) {
            live = null;
            replay = null;
        }
    }

    @TestFactory
    Stream<DynamicTest> hold() {
        return TESTS.hold();
    }

    @TestFactory
    Stream<DynamicTest> aWrongSentenceIsFoundOut() {
        return TESTS.findWrongSentences();
    }

    @TestFactory
    Stream<DynamicTest> endTheSameWhenReplayedAtFullSpeed() {
        return TESTS.endTheSame();
    }

    @Test
    void noRecordIsLost() throws Exception {
        Expectation.assertConserved(live.run().views(), live.facts(), live.policies());
        Expectation.assertConserved(replay.run().views(), replay.facts(), replay.policies());
    }

    private static void look(Story story) {
        live.requireAsked(story);
        List<SpecificRecord> all = live.about(story);
        int before = 0;
        for (Action action : story.actions()) {
            if (action instanceof Action.Look look) {
                int heard = live.heardAt(look);
                look.expectation()
                        .verify(
                                look.sentence(),
                                new Heard(
                                        all.subList(0, heard),
                                        before,
                                        () -> all,
                                        () -> replay.about(story)));
                before = heard;
            }
        }
    }

    private static Heard ended(Story story) {
        List<SpecificRecord> all = live.about(story);
        return new Heard(all, 0, () -> all, () -> replay.about(story));
    }
}
