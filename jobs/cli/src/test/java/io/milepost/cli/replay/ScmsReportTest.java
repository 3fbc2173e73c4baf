package io.milepost.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScmsReportTest {

    private static final LogProblem PROBLEM =
            new LogProblem("log.csv", 7, "line item quantity", "a number > 0", "many");

    @Test
    void rowsThatCannotBeReadAndRowsThatWereChangedAreTold() {
        ScmsLog log = new ScmsLog(List.of(), List.of(PROBLEM));
        ScmsFeed feed = feed(List.of(3L, 4L), List.of(9L));

        assertThat(ScmsReport.lines(log, feed))
                .containsExactly(
                        "log.csv line 7, column \"line item quantity\": expected a number > 0 but"
                                + " found \"many\"",
                        "1 rows cannot be read and are left out.",
                        "0 rows: the order is known at its PO date for 1, at its PQ date for 2, 60"
                                + " days before the promise for 3.",
                        "2 rows: the order would be known after its promise or its recording, and"
                                + " is taken to be known at the earlier of these (id 3, 4).",
                        "1 rows: recorded before delivered; the receipt is known when it is"
                                + " recorded and says the later day (id 9).");
    }

    @Test
    void manyRowsAreCountedAndListedInTheLog() {
        ScmsFeed feed = feed(LongStream.range(0, 140).boxed().toList(), List.of());

        assertThat(ScmsReport.lines(new ScmsLog(List.of(), List.of()), feed))
                .contains(
                        "140 rows: the order would be known after its promise or its recording, and"
                                + " is taken to be known at the earlier of these (their ids are in"
                                + " the log).");
    }

    private static ScmsFeed feed(List<Long> moved, List<Long> early) {
        return new ScmsFeed(List.of(), 0, new ScmsFeed.Counts(1, 2, 3, moved, early));
    }
}
