package io.milepost.cli.run;

import io.milepost.cli.terminal.Glyphs;
import io.milepost.cli.terminal.Paint;
import io.milepost.local.odoo.CommandCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pictures a run as lines of text; fits a terminal of 80 columns and 24 rows. Nothing but a
 * function of the moment.
 *
 * @param title what runs, in a few words
 * @param addresses what can be opened, and where
 * @param endHint what people can do now, in the last line
 */
record Summary(String title, List<Address> addresses, String endHint, Glyphs glyphs, Paint paint) {

    private static final int LABEL = 16;
    private static final int NUMBER = 7;
    private static final int TIME_BAR = 28;
    private static final int LINES_BAR = 46;
    private static final long WORTH_SAYING_MICROS = 3_600_000_000L;

    /**
     * Something that can be opened.
     *
     * @param name in a few words
     * @param where a URL, host and port, or a file
     */
    record Address(String name, String where) {}

    List<String> lines(Moment moment) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + paint.strong(title));
        lines.add(row("Simulated time", time(moment)));
        lines.add(row("Results up to", clock(moment)));
        lines.add(row("Events", events(moment)));
        lines.add("");
        for (Stage stage : Stage.values()) {
            lines.add(stage(stage, moment));
        }
        lines.add("");
        lines.add(row("Alerts", alerts(moment)));
        lines.add(row("For Odoo", commands(moment)));
        if (moment.odoo() != null) {
            lines.add(row("In Odoo", odoo(moment.odoo())));
        }
        lines.add("");
        addresses.forEach(it -> lines.add(row(it.name(), paint.address(it.where()))));
        lines.add("  " + paint.faint(hint(moment)));
        return lines;
    }

    private String time(Moment moment) {
        String bar = paint.good(glyphs.bar(moment.share(), TIME_BAR));
        String percent = String.format(Locale.ROOT, "%3d %%", (long) (moment.share() * 100));
        return "%-18s%s %s".formatted(Words.time(moment.simulatedMicros()), bar, percent);
    }

    private String clock(Moment moment) {
        String clock = "%-18s".formatted(Words.time(moment.counts().clockMicros()));
        long silent = moment.counts().silentFeeds();
        if (!moment.jobState().equals("RUNNING")) {
            return clock + paint.bad("the job is " + moment.jobState());
        }
        if (silent > 0) {
            return clock + paint.bad(silent + " partitions of inputs are silent, the clock waits");
        }
        long behind = moment.behindMicros();
        if (behind < WORTH_SAYING_MICROS) {
            return clock.strip();
        }
        return clock + paint.faint(Words.span(Duration.ofMillis(behind / 1_000)) + " behind");
    }

    private String events(Moment moment) {
        return "%-18s%s"
                .formatted(
                        Words.number(moment.eventsSent()),
                        Words.number(Math.round(moment.eventsPerSecond())) + " per second");
    }

    private String stage(Stage stage, Moment moment) {
        long lines = stage.lines(moment.counts().linesByMilestone());
        double share = moment.counts().lines() == 0 ? 0 : (double) lines / moment.counts().lines();
        String number = ("%" + NUMBER + "s").formatted(Words.number(lines));
        String bar = glyphs.bar(share, LINES_BAR);
        return row(
                stage.title(), number + "  " + (lines == 0 ? paint.faint(bar) : paint.amount(bar)));
    }

    private String alerts(Moment moment) {
        long open = moment.counts().alertsOpen();
        String shown = Words.number(open) + " open";
        return (open == 0 ? shown : paint.warning(shown))
                + "   "
                + paint.good(Words.number(moment.counts().alertsCleared()) + " cleared")
                + "   "
                + Words.number(moment.counts().alertsRetracted())
                + " retracted";
    }

    private String commands(Moment moment) {
        long letters = moment.counts().deadLetters();
        return Words.count(moment.counts().odooCommands(), "command")
                + (letters == 0
                        ? ""
                        : "   " + Words.count(letters, "record") + " refused (dead letters)");
    }

    private String odoo(CommandCounts odoo) {
        String conflicts = Words.count(odoo.conflicts(), "conflict");
        return paint.good(Words.number(odoo.applied()) + " applied")
                + "   "
                + Words.count(odoo.duplicates(), "duplicate")
                + "   "
                + (odoo.conflicts() == 0 ? conflicts : paint.warning(conflicts))
                + "   "
                + Words.number(odoo.rejected())
                + " rejected";
    }

    private String hint(Moment moment) {
        return switch (moment.phase()) {
            case SENDING -> endHint;
            case COMPLETING -> "Everything is sent; waiting for the last results.";
            case LIVING_ON ->
                    "Simulated time has come to now and goes on with it. Ctrl-C stops everything.";
            case COMPLETE -> "Complete.";
        };
    }

    private String row(String label, String content) {
        return "  " + paint.faint(("%-" + LABEL + "s").formatted(label)) + " " + content;
    }
}
