package io.milepost.scenarios.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.OdooCommand;
import io.milepost.scenarios.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the texts ask of commands to Odoo and of refusals. */
final class Requests {

    private Requests() {}

    /** Odoo was asked for nothing. */
    static Expectation none() {
        return (sentence, heard) ->
                assertThat(Final.of(heard).commands().values()).as(sentence).isEmpty();
    }

    /** Odoo was asked for exactly this, in this order. */
    static Expectation exactly(Words words) {
        List<Map<String, String>> expected = words.rows();
        return (sentence, heard) -> {
            List<OdooCommand> found = List.copyOf(Final.of(heard).commands().values());
            List<Map<String, String>> shown = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                shown.add(shown(found.get(i), expected.get(Math.min(i, expected.size() - 1))));
            }
            assertThat(shown).as(sentence).isEqualTo(expected);
        };
    }

    /** Exactly these records were refused. */
    static Expectation refused(Words words) {
        List<String> expected =
                Arrays.stream(words.word(1).split(", | and ", -1))
                        .map(Cells::constant)
                        .sorted()
                        .toList();
        return (sentence, heard) ->
                assertThat(Final.of(heard).refusals()).as(sentence).isEqualTo(expected);
    }

    /** Nothing was refused. */
    static Expectation nothingRefused() {
        return (sentence, heard) -> assertThat(Final.of(heard).refusals()).as(sentence).isEmpty();
    }

    private static Map<String, String> shown(OdooCommand command, Map<String, String> row) {
        Map<String, String> shown = new LinkedHashMap<>();
        row.forEach(
                (column, cell) ->
                        shown.put(
                                column,
                                switch (column) {
                                    case "what" -> Cells.shown(command.getKind(), cell);
                                    case "line" -> Lines.number(command.getLineKey());
                                    default -> Cells.shown(Cells.field(command, column), cell);
                                }));
        return shown;
    }
}
