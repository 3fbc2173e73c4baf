package io.milepost.scenarios.checks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.AlertKind;
import io.milepost.events.CommandKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineMilestone;
import io.milepost.events.MilestoneChange;
import io.milepost.events.MilestoneName;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.events.TimeClassifier;
import io.milepost.schemas.TrustedEvents;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ReplaysTest {

    static {
        TrustedEvents.trust();
    }

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

    @Test
    void whatComesBeforeAReceiptIsKnownMayGoUnasked() {
        List<SpecificRecord> asWell = List.of(tracking("1Z1"), tracking("1Z2"));

        assertThatCode(() -> hold(asWell, List.of(tracking("1Z2")))).doesNotThrowAnyException();
    }

    @Test
    void anotherLastRequestIsFoundOut() {
        List<SpecificRecord> wrong = List.of(tracking("1Z2"), tracking("1Z1"));

        assertThatThrownBy(() -> hold(List.of(tracking("1Z1"), tracking("1Z2")), wrong))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> hold(List.of(tracking("1Z1")), List.of()))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void nothingNeedBeAskedForGoodsThatAreIn() {
        assertThatCode(() -> hold(List.of(tracking("1Z1"), received()), List.of(received())))
                .doesNotThrowAnyException();
    }

    @Test
    void anyOtherRequestOnlyOneMadeIsFoundOut() {
        OdooCommand date =
                OdooCommand.newBuilder(tracking("1Z1")).setKind(CommandKind.SET_LINE_DATE).build();

        assertThatThrownBy(() -> hold(List.of(date), List.of())).isInstanceOf(AssertionError.class);
    }

    private static OdooCommand tracking(String number) {
        return OdooCommand.newBuilder()
                .setCommandId(number)
                .setLineKey("main/one/42/4201")
                .setKind(CommandKind.SET_RECEIPT_TRACKING)
                .setOrderId(42L)
                .setValue(number)
                .setFactIds(List.of())
                .setKnownAt(Instant.EPOCH)
                .build();
    }

    private static LineMilestone received() {
        return LineMilestone.newBuilder()
                .setLineKey("main/one/42/4201")
                .setMilestone(MilestoneName.RECEIVED)
                .setClassifier(TimeClassifier.ACTUAL)
                .setChange(MilestoneChange.REACHED)
                .setOccurredAt(Instant.EPOCH)
                .setRecordedAt(Instant.EPOCH)
                .setKnownAt(Instant.EPOCH)
                .setFactId("receipt/1")
                .build();
    }

    private static void hold(List<SpecificRecord> live, List<SpecificRecord> replay) {
        Replays.same().verify("the same", new Heard(live, 0, () -> live, () -> replay));
    }
}
