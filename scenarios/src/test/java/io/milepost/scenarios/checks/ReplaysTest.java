package io.milepost.scenarios.checks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.SlaAlert;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ReplaysTest {

    private static final SlaAlert ALERT =
            SlaAlert.newBuilder()
                    .setAlertId("a")
                    .setKind(AlertKind.SLA_BREACH)
                    .setStatus(EpisodeStatus.OPEN)
                    .setRule("in-full")
                    .setOpenedAt(Instant.EPOCH)
                    .setMessage("late")
                    .build();

    @Test
    void theSameEndIsTheSame() {
        assertThatCode(() -> hold(List.of(ALERT), List.of(ALERT))).doesNotThrowAnyException();
    }

    @Test
    void anotherIdIsFoundOut() {
        SlaAlert other = SlaAlert.newBuilder(ALERT).setAlertId("b").build();

        assertThatThrownBy(() -> hold(List.of(ALERT), List.of(other)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[the same]");
    }

    @Test
    void anAlertTooManyIsFoundOut() {
        assertThatThrownBy(() -> hold(List.of(), List.of(ALERT)))
                .isInstanceOf(AssertionError.class);
    }

    private static void hold(List<SpecificRecord> live, List<SpecificRecord> replay) {
        Replays.same().verify("the same", new Heard(live, 0, () -> live, () -> replay));
    }
}
