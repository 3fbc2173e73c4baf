package io.milepost.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.milepost.events.SlaPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The texts themselves. */
class FeaturesTest {

    private static final Path FOLDER = Path.of("src/main/resources/io/milepost/scenarios");

    @Test
    void everyFileIsPlayed() throws IOException {
        List<String> names = new ArrayList<>(Features.NAMES);
        names.add(Features.WRONG);
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names.stream().map(name -> name + ".feature").toList());
        }
    }

    /** A change of these numbers is to be meant: each is a scenario that a layer does not play. */
    @Test
    void fewAreLeftOutAndEachSaysWhy() {
        Map<LeftOut, Long> counts =
                Features.all().stream()
                        .flatMap(story -> story.leftOut().stream())
                        .collect(
                                Collectors.groupingBy(
                                        reason -> reason, TreeMap::new, Collectors.counting()));
        assertThat(counts)
                .isEqualTo(
                        Map.of(
                                LeftOut.MODEL_HAS_NO_CORRELATION, 25L,
                                LeftOut.MODEL_HAS_NO_FEEDS, 1L,
                                LeftOut.OPERATORS_HAVE_NO_FEEDS, 1L));
    }

    @Test
    void everyLayerPlaysNearlyAll() {
        int all = Features.all().size();
        assertThat(all).isGreaterThan(100);
        assertThat(Features.playedOn(Layer.MODEL).size()).isGreaterThan(all * 8 / 10);
        assertThat(Features.playedOn(Layer.OPERATORS).size()).isGreaterThanOrEqualTo(all - 1);
        assertThat(Features.playedOn(Layer.JOB)).hasSize(all);
    }

    @Test
    void namesTellScenariosApart() {
        assertThat(Features.all()).extracting(Story::title).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> noneHoldsWhenNothingComesOut() {
        return Features.all().stream()
                .map(
                        story ->
                                dynamicTest(
                                        story.title(),
                                        () ->
                                                assertThrows(
                                                        AssertionError.class,
                                                        new Performance(story, any -> new Mute())
                                                                ::play)));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Features.read("nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nowhere.feature: expected on the class path");
    }

    /** Takes everything in and says nothing. */
    private static final class Mute implements Stage {

        @Override
        public void take(Action.Arrives event) {}

        @Override
        public void publish(SlaPolicy policy) {}

        @Override
        public void clock(Instant time) {}

        @Override
        public List<SpecificRecord> out() {
            return List.of();
        }
    }
}
