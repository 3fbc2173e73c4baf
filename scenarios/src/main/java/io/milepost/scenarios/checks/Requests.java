package io.milepost.scenarios.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.OdooCommand;
import io.milepost.scenarios.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
        return (sentence, heard) -> verify(sentence, Final.of(heard).commands().values(), expected);
    }

    /** Odoo was asked for nothing that it had not been asked for when somebody looked last. */
    static Expectation noneMore() {
        return (sentence, heard) -> assertThat(fresh(heard)).as(sentence).isEmpty();
    }

    /** Since somebody looked last Odoo was asked for exactly this, in this order. */
    static Expectation more(Words words) {
        List<Map<String, String>> expected = words.rows();
        return (sentence, heard) -> verify(sentence, fresh(heard), expected);
    }

    private static Collection<OdooCommand> fresh(Heard heard) {
        Map<String, OdooCommand> all = Final.of(heard).commands();
        heard.records().subList(0, heard.before()).stream()
                .filter(OdooCommand.class::isInstance)
                .forEach(command -> all.remove(((OdooCommand) command).getCommandId()));
        return all.values();
    }

    private static void verify(
            String sentence, Collection<OdooCommand> found, List<Map<String, String>> expected) {
        List<Map<String, String>> shown = new ArrayList<>();
        for (OdooCommand command : found) {
            shown.add(shown(command, expected.get(Math.min(shown.size(), expected.size() - 1))));
        }
        assertThat(shown).as(sentence).isEqualTo(expected);
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
