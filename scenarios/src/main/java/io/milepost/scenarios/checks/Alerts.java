package io.milepost.scenarios.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.SlaAlert;
import io.milepost.scenarios.events.Clockwork;
import io.milepost.scenarios.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the texts ask of alerts. */
final class Alerts {

    private Alerts() {}

    /** No alert exists; one that was withdrawn does not. */
    static Expectation none() {
        return (sentence, heard) -> assertThat(about(heard)).as(sentence).isEmpty();
    }

    /** Exactly these alerts exist, with these values. */
    static Expectation exactly(Words words) {
        List<Map<String, String>> expected = words.rows();
        return (sentence, heard) -> {
            List<SlaAlert> found = about(heard);
            assertThat(found.stream().map(Alerts::summary)).as(sentence).hasSameSizeAs(expected);
            List<Map<String, String>> shown = new ArrayList<>();
            List<SlaAlert> rest = new ArrayList<>(found);
            for (Map<String, String> row : expected) {
                SlaAlert nearest =
                        rest.stream()
                                .max(Comparator.comparingLong(a -> agreement(a, row, heard)))
                                .orElseThrow();
                rest.remove(nearest);
                shown.add(shown(nearest, row, heard));
            }
            assertThat(shown).as(sentence).isEqualTo(expected);
        };
    }

    /** Nobody was notified since somebody looked last. */
    static Expectation nobodyNotified() {
        return (sentence, heard) ->
                assertThat(
                                heard.since().stream()
                                        .filter(SlaAlert.class::isInstance)
                                        .map(SlaAlert.class::cast)
                                        .filter(alert -> !alert.getSilent())
                                        .map(Alerts::summary))
                        .as(sentence)
                        .isEmpty();
    }

    /** A feed is reported. */
    static Expectation silent(Words words) {
        String feed = Clockwork.feed(words.word(1)).name();
        return (sentence, heard) ->
                assertThat(
                                Final.of(heard).alerts().values().stream()
                                        .filter(a -> a.getKind() == AlertKind.FEED_SILENT)
                                        .filter(a -> a.getStatus() == EpisodeStatus.OPEN)
                                        .map(SlaAlert::getFeed))
                        .as(sentence)
                        .anyMatch(name -> name.contains(feed));
    }

    /** Alerts about lines, as they stand. */
    private static List<SlaAlert> about(Heard heard) {
        return Final.of(heard).alerts().values().stream()
                .filter(alert -> alert.getKind() != AlertKind.FEED_SILENT)
                .toList();
    }

    private static long agreement(SlaAlert alert, Map<String, String> row, Heard heard) {
        Map<String, String> shown = shown(alert, row, heard);
        return row.entrySet().stream().filter(shown.entrySet()::contains).count();
    }

    private static Map<String, String> shown(SlaAlert alert, Map<String, String> row, Heard heard) {
        Map<String, String> shown = new LinkedHashMap<>();
        row.forEach((column, cell) -> shown.put(column, shown(alert, column, cell, heard)));
        return shown;
    }

    private static String shown(SlaAlert alert, String column, String cell, Heard heard) {
        return switch (column) {
            case "alert" -> alert.getKind() == AlertKind.SLA_WARNING ? "warning" : kind(alert);
            case "line" -> Lines.number(alert.getLineKey());
            case "told" -> told(alert, heard);
            case "version" -> Cells.shown(alert.getRuleVersion(), cell);
            default -> Cells.shown(Cells.field(alert, column), cell);
        };
    }

    private static String kind(SlaAlert alert) {
        return alert.getKind() == AlertKind.SLA_BREACH ? "breach" : alert.getKind().name();
    }

    /** Every step of an alert that a reader saw, in order. */
    private static String told(SlaAlert alert, Heard heard) {
        return heard.all(SlaAlert.class)
                .filter(step -> step.getAlertId().equals(alert.getAlertId()))
                .map(step -> word(step.getStatus()) + (step.getSilent() ? " silently" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String word(EpisodeStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String summary(SlaAlert alert) {
        return alert.getKind()
                + " "
                + alert.getRule()
                + " "
                + alert.getStatus()
                + " deadline "
                + alert.getDeadlineAt()
                + " opened "
                + alert.getOpenedAt()
                + " closed "
                + alert.getClosedAt();
    }

    static Collection<String> summaries(Heard heard) {
        return about(heard).stream().map(a -> a.getAlertId() + " " + summary(a)).sorted().toList();
    }
}
