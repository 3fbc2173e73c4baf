package io.milepost.state.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.Severity;
import io.milepost.events.SlaAlert;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.sla.Episode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read in an alert: ten pieces were to be received before 2 March. */
class AlertTextTest {

    private static final long DEADLINE = Said.time("2026-03-02");
    private static final OrderFact ORDER = (OrderFact) Said.order(10, "2026-03-01").fact();
    private static final AlertSteps STEPS = new AlertSteps(Steps.KEY, ORDER);

    @ParameterizedTest
    @CsvSource({
        "OPEN,      ', not known by then'",
        "CLEARED,   ', came late or is no longer expected'",
        "RETRACTED, ', had come in time and became known later'"
    })
    void aBreachSaysHowItStands(EpisodeStatus status, String how) {
        assertThat(told(episode(false, status)).getMessage())
                .isEqualTo("RECEIVED expected before 2026-03-02T00:00:00Z" + how);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,    ', not known yet'",
        "CLEARED, ', is known, due at another time or overdue now'"
    })
    void aWarningSaysHowItStands(EpisodeStatus status, String how) {
        assertThat(told(episode(true, status)).getMessage())
                .isEqualTo("RECEIVED is due by 2026-03-02T00:00:00Z" + how);
    }

    @Test
    void whatIsWithdrawnSaysThatItWasKnownInTime() {
        long known = Said.time("2026-03-05");
        List<SlaAlert> steps =
                STEPS.between(
                        List.of(
                                episode(false, EpisodeStatus.OPEN),
                                episode(true, EpisodeStatus.OPEN)),
                        List.of(),
                        known,
                        "receipt/1@1");

        assertThat(steps)
                .extracting(SlaAlert::getMessage)
                .containsExactly(
                        "RECEIVED expected before 2026-03-02T00:00:00Z, was known in time after"
                                + " all",
                        "RECEIVED is due by 2026-03-02T00:00:00Z, was known in time for no"
                                + " warning after all");
        assertThat(steps)
                .allSatisfy(
                        alert -> {
                            assertThat(alert.getStatus()).isEqualTo(EpisodeStatus.WITHDRAWN);
                            assertThat(alert.getClosedAt()).isEqualTo(Times.instant(known));
                            assertThat(alert.getClosedBy()).isEqualTo("receipt/1@1");
                            assertThat(alert.getSilent()).isFalse();
                        });
    }

    @Test
    void anAlertNamesLineOrderAndSupplier() {
        SlaAlert alert = told(episode(false, EpisodeStatus.OPEN));

        assertThat(alert.getKind()).isEqualTo(AlertKind.SLA_BREACH);
        assertThat(alert.getLineKey()).isEqualTo("main/1/42/4201");
        assertThat(alert.getOrderName()).isEqualTo("P00042");
        assertThat(alert.getVendor()).isEqualTo("acme");
        assertThat(told(episode(true, EpisodeStatus.OPEN)).getKind())
                .isEqualTo(AlertKind.SLA_WARNING);
    }

    @Test
    void aConflictSaysWhichEventContradictsWhatAndThatOneIsKept() {
        SlaAlert alert = STEPS.conflict(Said.receipt(1, 9).known("2026-02-20").fact());

        assertThat(alert.getMessage())
                .isEqualTo(
                        "event receipt/1 says something else about receipt/1@1 than an earlier"
                                + " event; one of the two is kept");
        assertThat(alert.getOpenedAt()).isEqualTo(Times.instant(Said.time("2026-02-20")));
        assertThat(alert.getAlertId()).matches("[0-9a-f]{32}");
    }

    private static SlaAlert told(Episode episode) {
        List<SlaAlert> steps = STEPS.between(List.of(), List.of(episode), Times.NONE, null);
        assertThat(steps).hasSize(1);
        assertThat(STEPS.between(List.of(episode), List.of(episode), Times.NONE, null))
                .as("once it is told")
                .isEmpty();
        return steps.get(0);
    }

    private static Episode episode(boolean warning, EpisodeStatus status) {
        return new Episode(
                "receipt",
                1,
                MilestoneName.RECEIVED,
                Episode.WHOLE_LINE,
                Severity.MEDIUM,
                warning,
                "order@1",
                DEADLINE,
                DEADLINE,
                status,
                status == EpisodeStatus.OPEN ? Times.NONE : DEADLINE + 1,
                null);
    }
}
