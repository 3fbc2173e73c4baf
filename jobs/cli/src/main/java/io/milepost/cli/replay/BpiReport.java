package io.milepost.cli.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * What people should know of a log before its events count: what was left out, what is not known.
 */
final class BpiReport {

    /** More problems than these are counted, not listed. */
    private static final int LISTED = 20;

    private BpiReport() {}

    static List<String> lines(BpiLog log, BpiFeed feed) {
        List<String> lines = new ArrayList<>();
        log.problems().stream().limit(LISTED).map(LogProblem::message).forEach(lines::add);
        if (!log.problems().isEmpty()) {
            lines.add(log.problems().size() + " rows cannot be read and are left out.");
        }
        lines.add("%d rows about %d order lines.".formatted(log.size(), feed.lines()));
        feed.unknown()
                .forEach(
                        (activity, rows) ->
                                lines.add(
                                        "%d rows: \"%s\" is no activity of the challenge; each is a version of its order line."
                                                .formatted(rows, activity)));
        if (feed.brought() > 0) {
            lines.add(
                    "%d lines do not begin with their order, which is sent before them."
                            .formatted(feed.brought()));
        }
        return lines;
    }
}
