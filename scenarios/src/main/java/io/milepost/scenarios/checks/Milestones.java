package io.milepost.scenarios.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.TimeClassifier;
import io.milepost.scenarios.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the texts ask of milestones and of the line as a whole. */
final class Milestones {

    private Milestones() {}

    /** Exactly these milestones have actually been reached. */
    static Expectation reached(Words words, String lineKey) {
        List<String> expected =
                words.word(2).equals("nothing")
                        ? List.of()
                        : Arrays.stream(words.word(2).split(", | and ", -1))
                                .map(Cells::constant)
                                .toList();
        return (sentence, heard) ->
                assertThat(
                                Final.of(heard).milestones().values().stream()
                                        .filter(m -> m.getLineKey().equals(lineKey))
                                        .filter(m -> m.getClassifier() == TimeClassifier.ACTUAL)
                                        .map(m -> m.getMilestone().name()))
                        .as(sentence)
                        .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A milestone has a time. */
    static Expectation dated(Words words, String lineKey) {
        String name = Cells.constant(words.word(1));
        TimeClassifier classifier =
                switch (words.word(3)) {
                    case "dated" -> TimeClassifier.ACTUAL;
                    case "planned for" -> TimeClassifier.PLANNED;
                    default -> TimeClassifier.ESTIMATED;
                };
        String key = lineKey + "/" + name + "/" + classifier;
        return (sentence, heard) -> {
            LineMilestone milestone = Final.of(heard).milestones().get(key);
            assertThat(milestone).as(sentence).isNotNull();
            assertThat(milestone.getOccurredAt()).as(sentence).isEqualTo(words.moment(4));
        };
    }

    /** The status of a line has these values. */
    static Expectation shows(Words words, String lineKey) {
        Map<String, String> expected = words.pairs();
        return (sentence, heard) -> {
            LineStatus status = Final.of(heard).statuses().get(lineKey);
            assertThat(status).as(sentence).isNotNull();
            Map<String, String> found = new TreeMap<>();
            expected.forEach(
                    (field, value) ->
                            found.put(field, Cells.shown(Cells.field(status, field), value)));
            assertThat(found).as(sentence).isEqualTo(new TreeMap<>(expected));
        };
    }
}
