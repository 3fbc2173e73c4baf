package io.milepost.scenarios;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** The tests of a layer: every layer that plays the scenarios is tested in the same way. */
public final class LayerTests {

    private final List<Story> stories;
    private final List<Story> wrong;
    private final ThrowingConsumer<Story> play;
    private final ThrowingConsumer<Story> replay;

    /**
     * Tests of a layer.
     *
     * @param play looks whether a scenario holds, and throws an {@link AssertionError} if not
     * @param replay looks whether it ends the same when it is replayed at full speed, likewise
     */
    public LayerTests(Layer layer, ThrowingConsumer<Story> play, ThrowingConsumer<Story> replay) {
        this.stories = Features.playedOn(layer);
        this.wrong = Features.wrongOn(layer);
        this.play = play;
        this.replay = replay;
    }

    /** Tests of a layer that plays each scenario on a stage of its own. */
    public static LayerTests of(Layer layer, Performance.Opening stage) {
        return new LayerTests(
                layer,
                story -> new Performance(story, stage).play(),
                story -> new Performance(story, stage).replay());
    }

    /** All that is played, wrong ones last, for a layer that plays them together. */
    public List<Story> all() {
        return Stream.concat(stories.stream(), wrong.stream()).toList();
    }

    /** Every scenario of the layer holds. */
    public Stream<DynamicTest> hold() {
        return tests(stories, play);
    }

    /** No scenario holds that is wrong on purpose. */
    public Stream<DynamicTest> findWrongSentences() {
        return tests(wrong, story -> assertThrows(AssertionError.class, () -> play.accept(story)));
    }

    /**
     * Every scenario ends the same when it is replayed, unless its rules or answers of Odoo come on
     * the way.
     */
    public Stream<DynamicTest> endTheSame() {
        return tests(
                stories.stream()
                        .filter(story -> story.hasItsRulesFromTheStart() && !story.isAnswered())
                        .toList(),
                replay);
    }

    private static Stream<DynamicTest> tests(List<Story> stories, ThrowingConsumer<Story> test) {
        return stories.stream().map(story -> dynamicTest(story.title(), () -> test.accept(story)));
    }
}
