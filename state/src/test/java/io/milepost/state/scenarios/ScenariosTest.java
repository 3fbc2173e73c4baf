package io.milepost.state.scenarios;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.milepost.scenarios.Features;
import io.milepost.scenarios.Layer;
import io.milepost.scenarios.Performance;
import io.milepost.scenarios.Story;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The scenarios of the feature files through the plain model. */
class ScenariosTest {

    @TestFactory
    Stream<DynamicTest> hold() {
        return Features.playedOn(Layer.MODEL).stream()
                .map(story -> dynamicTest(story.title(), () -> play(story)));
    }

    @TestFactory
    Stream<DynamicTest> aWrongSentenceIsFoundOut() {
        return Features.read(Features.WRONG).stream()
                .filter(story -> story.isPlayedOn(Layer.MODEL))
                .map(
                        story ->
                                dynamicTest(
                                        story.title(),
                                        () ->
                                                assertThrows(
                                                        AssertionError.class, () -> play(story))));
    }

    @TestFactory
    Stream<DynamicTest> endTheSameWhenReplayedAtFullSpeed() {
        return Features.playedOn(Layer.MODEL).stream()
                .filter(Story::hasItsRulesFromTheStart)
                .map(
                        story ->
                                dynamicTest(
                                        story.title(),
                                        () -> new Performance(story, ModelStage::new).replay()));
    }

    private static void play(Story story) throws Exception {
        new Performance(story, ModelStage::new).play();
    }
}
