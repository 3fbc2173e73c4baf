package io.milepost.cli.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people should know of a log before its events count: what was decided, what was left out.
 */
final class ScmsReport {

    /** More rows than these are counted, not listed. */
    private static final int LISTED = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ScmsReport.class);

    private ScmsReport() {}

    static List<String> lines(ScmsLog log, ScmsFeed feed) {
        List<String> lines = new ArrayList<>();
        log.problems().forEach(problem -> lines.add(problem.message()));
        if (!log.problems().isEmpty()) {
            lines.add(log.problems().size() + " rows cannot be read and are left out.");
        }
        ScmsFeed.Counts counts = feed.counts();
        LOG.info("rows whose order is taken to be known earlier than they say: {}", counts.moved());
        lines.add(
                "%d rows: the order is known at its PO date for %d, at its PQ date for %d, 60 days before the promise for %d."
                        .formatted(
                                log.rows().size(),
                                counts.fromPoDate(),
                                counts.fromPqDate(),
                                counts.assumed()));
        lines.add(
                "%d rows: the order would be known after its promise or its recording, and is taken to be known at the earlier of these%s."
                        .formatted(counts.moved().size(), listed(counts.moved())));
        lines.add(
                "%d rows: recorded before delivered; the receipt is known when it is recorded and says the later day%s."
                        .formatted(
                                counts.recordedBeforeDelivered().size(),
                                listed(counts.recordedBeforeDelivered())));
        return lines;
    }

    private static String listed(List<Long> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        if (ids.size() > LISTED) {
            return " (their ids are in the log)";
        }
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", ", " (id ", ")"));
    }
}
