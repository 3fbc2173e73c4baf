package io.milepost.pipelines.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.Acknowledgement;
import io.milepost.events.DeadLetter;
import io.milepost.events.Heartbeat;
import io.milepost.events.LineAnswer;
import io.milepost.events.ProfileStage;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.TestedGraph;
import io.milepost.pipelines.milestones.UidCheck;
import io.milepost.schemas.Catalogue;
import io.milepost.state.correlation.LineNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

/** The job's graph, with sources that end instead of Kafka. */
class PartnerIntakeTopologyTest {

    private final IntakeRun intake = new IntakeRun();

    @Test
    void everyOperatorHasItsUidAndNoneHasChanged() throws IOException {
        IntakeRun.topology(
                        List.of(),
                        intake.source(IntakeRun.heartbeat("2026-03-01")).uid(Uids.INBOUND_SOURCE),
                        intake.source(Sent.profile(1, ProfileStage.APPROVED))
                                .uid(Uids.PROFILE_SOURCE))
                .sinkTo(new DiscardingSink<>())
                .uid(Uids.OUTPUTS);

        assertThat(UidCheck.problems(intake.graph(), TestedGraph.golden(getClass()))).isEmpty();
        assertThat(Uids.all()).doesNotHaveDuplicates();
        assertThat(TestedGraph.golden(getClass())).isEqualTo(new TreeSet<>(Uids.all()));
    }

    @Test
    void anAcknowledgementBecomesAnEventThatWasKnownWhenTheBrokerTookIt() throws Exception {
        List<OutboundRecord> written =
                intake.run(
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        Sent.summary(1, "2026-03-02"),
                        IntakeRun.heartbeat("2026-03-03"));

        OutboundRecord record =
                written.stream()
                        .filter(r -> r.topic().equals(Catalogue.SUPPLIER_EVENTS.name()))
                        .findFirst()
                        .orElseThrow();
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("main/1/P00042");
        SupplierEvent event = Bench.values(SupplierEvent.class, written).get(0);
        assertThat(event.getEnvelope().getKnownAt()).isEqualTo(Events.time("2026-03-02"));
        assertThat(event.getEnvelope().getPartner()).isEqualTo("501");
        assertThat(((Acknowledgement) event.getBody()).getSchedule())
                .extracting(part -> part.getAnswer())
                .containsExactly(LineAnswer.ACCEPTED);
        assertThat(Bench.values(Heartbeat.class, written))
                .as("the three topics that this job alone writes, behind the data")
                .hasSize(12)
                .allSatisfy(
                        h -> assertThat(h.getPromisedAt()).isEqualTo(Events.time("2026-03-03")));
        assertThat(Bench.values(DeadLetter.class, written)).isEmpty();
        assertThat(IntakeRun.books(written)).containsEntry("in", 2L).containsEntry("effective", 1L);
    }

    @Test
    void whatBecameOfADocumentOfOursIsToldToEachOfItsLinesOnce() throws Exception {
        List<OutboundRecord> written =
                intake.run(
                        List.of(),
                        Sent.note("2026-03-02"),
                        Sent.note("2026-03-04"),
                        IntakeRun.heartbeat("2026-03-05"));

        assertThat(Bench.values(SupplierEvent.class, written))
                .extracting(event -> event.getLine().getLineId())
                .containsExactly(7L, 9L);
        SupplierEvent event = Bench.values(SupplierEvent.class, written).get(0);
        assertThat(event.getOrderName()).isEqualTo("P00042");
        assertThat(event.getEnvelope().getOccurredAt()).isEqualTo(Events.time("2026-03-01"));
        assertThat(event.getEnvelope().getKnownAt()).isEqualTo(Events.time("2026-03-02"));
        assertThat(event.getBody())
                .isEqualTo(new TechnicalAcknowledgement("12", TechnicalOutcome.SENT));
        assertThat(Bench.values(SupplierEvent.class, written))
                .extracting(LineNumber::sent)
                .as("by which answers find the lines")
                .extracting(LineNumber::lineId, LineNumber::number)
                .containsExactly(tuple(7L, 1), tuple(9L, 2));
        assertThat(IntakeRun.books(written))
                .containsEntry("effective", 1L)
                .containsEntry("duplicate", 1L);
    }
}
