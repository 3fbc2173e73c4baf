package io.milepost.pipelines.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Acknowledgement;
import io.milepost.events.DeadLetter;
import io.milepost.events.ProfileStage;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By which version of its profile a message is read. */
class IntakeProfilesTest {

    private final IntakeRun intake = new IntakeRun();

    @Test
    void theHighestApprovedVersionOfAProfileCounts() throws Exception {
        InboundRecord message = Sent.acknowledgement(1, "P00042", "IA", "2026-03-02");
        InboundRecord[] records = {message, IntakeRun.heartbeat("2026-03-03")};

        assertThat(intake.supplier(List.of(), records)).isEmpty();
        assertThat(intake.supplier(List.of(Sent.profile(1, ProfileStage.PROPOSED)), records))
                .isEmpty();
        assertThat(
                        intake.supplier(
                                List.of(
                                        Sent.profile(1, ProfileStage.APPROVED),
                                        Sent.profile(1, ProfileStage.RETIRED)),
                                records))
                .isEmpty();
        assertThat(
                        intake.supplier(
                                List.of(
                                        Sent.profile(1, ProfileStage.APPROVED),
                                        Sent.profile(
                                                2, ProfileStage.APPROVED, "acknowledgements: add"),
                                        Sent.profile(3, ProfileStage.PROPOSED)),
                                records))
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(((Acknowledgement) event.getBody()).getAdds()).isTrue());
    }

    @Test
    void aMessageWithoutAProfileWaitsInTheDeadLettersForIt() throws Exception {
        List<OutboundRecord> written =
                intake.run(
                        List.of(),
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        IntakeRun.heartbeat("2026-03-03"));

        assertThat(Bench.values(DeadLetter.class, written))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.getMessage())
                                        .contains("expected a profile that is approved")
                                        .contains("northwind"));
    }
}
