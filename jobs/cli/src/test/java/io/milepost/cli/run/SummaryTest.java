package io.milepost.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.terminal.Glyphs;
import io.milepost.cli.terminal.Paint;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Summary SUMMARY =
            new Summary(
                    "Milepost demo: 1000 purchase-order lines, seed 42",
                    List.of(
                            new Summary.Address("Flink web UI", "http://127.0.0.1:8081"),
                            new Summary.Address("Log", "/tmp/milepost/logs/milepost.log")),
                    "Ctrl-C stops everything.",
                    Glyphs.ASCII,
                    Paint.NONE);

    @Test
    void aRunningDemoIsPicturedInFewLines() {
        assertThat(SUMMARY.lines(Moments.running()))
                .containsExactly(
                        "  Milepost demo: 1000 purchase-order lines, seed 42",
                        "  Simulated time   2026-05-26 06:30  ############................  42 %",
                        "  Results up to    2026-05-26 02:00  4 hours behind",
                        "  Events           8 765             218 per second",
                        "",
                        "  ordered              150 "
                                + " #######.......................................",
                        "  acknowledged         250 "
                                + " ############..................................",
                        "  shipped                0 "
                                + " ..............................................",
                        "  on the way             0 "
                                + " ..............................................",
                        "  delivered              0 "
                                + " ..............................................",
                        "  received               0 "
                                + " ..............................................",
                        "  invoiced               0 "
                                + " ..............................................",
                        "  closed               600 "
                                + " ############################..................",
                        "  cancelled              0 "
                                + " ..............................................",
                        "",
                        "  Alerts           12 open   34 cleared   10 retracted",
                        "  For Odoo         77 commands   1 record refused (dead letters)",
                        "",
                        "  Flink web UI     http://127.0.0.1:8081",
                        "  Log              /tmp/milepost/logs/milepost.log",
                        "  Ctrl-C stops everything.");
    }

    @Test
    void beforeTheFirstEventNothingIsMadeUp() {
        Moment nothing =
                new Moment(
                        Phase.SENDING,
                        new io.milepost.local.views.ViewCounts(
                                0,
                                java.util.Map.of(),
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                Long.MIN_VALUE,
                                0),
                        0,
                        0,
                        0,
                        Long.MIN_VALUE,
                        100,
                        "RUNNING",
                        null);

        assertThat(SUMMARY.lines(nothing))
                .contains(
                        "  Simulated time   -                 ............................   0 %",
                        "  Results up to    -",
                        "  Alerts           0 open   0 cleared   0 retracted",
                        "  For Odoo         0 commands");
    }

    @Test
    void silentInputsAreSaidWhereTheClockStands() {
        Moment silent =
                Moments.moment(Phase.SENDING, Moments.counts(3, "2026-05-26T02:00:00Z"), "RUNNING");

        assertThat(SUMMARY.lines(silent))
                .contains(
                        "  Results up to    2026-05-26 02:00  3 partitions of inputs are silent,"
                                + " the clock waits");
    }

    @Test
    void aJobThatDoesNotRunIsSaid() {
        Moment failing =
                Moments.moment(
                        Phase.SENDING, Moments.counts(0, "2026-05-26T02:00:00Z"), "RESTARTING");

        assertThat(SUMMARY.lines(failing))
                .contains("  Results up to    2026-05-26 02:00  the job is RESTARTING");
    }

    @Test
    void whenSimulatedTimeHasComeToNowItSaysSo() {
        Moment now =
                Moments.moment(
                        Phase.LIVING_ON, Moments.counts(0, "2026-05-26T06:29:59Z"), "RUNNING");

        assertThat(SUMMARY.lines(now))
                .contains(
                        "  Simulated time   2026-05-26 06:30  ############################ 100 %",
                        "  Results up to    2026-05-26 06:29",
                        "  Simulated time has come to now and goes on with it. Ctrl-C stops"
                                + " everything.");
    }

    @Test
    void theUsualTerminalShowsAllOfIt() {
        Summary four =
                new Summary(
                        SUMMARY.title(),
                        java.util.Collections.nCopies(
                                4, new Summary.Address("Kafka", "127.0.0.1:9092")),
                        SUMMARY.endHint(),
                        Glyphs.UNICODE,
                        Paint.NONE);

        assertThat(four.lines(Moments.running()))
                .hasSizeLessThan(24)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void whereNobodyWatchesAMomentIsOneLine() {
        assertThat(PlainLine.of(Moments.running()))
                .isEqualTo(
                        "2026-05-26 06:30   42 %  8765 events (218/s)  1000 lines, 600 closed "
                                + " alerts: 12 open, 34 cleared, 10 retracted");
    }
}
