package io.milepost.pipelines.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.Account;
import io.milepost.events.Acknowledgement;
import io.milepost.events.DeadLetter;
import io.milepost.events.Heartbeat;
import io.milepost.events.LineAnswer;
import io.milepost.events.ProfileStage;
import io.milepost.events.RejectReason;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.events.TechnicalOutcome;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.inbound.FirstKnown;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.TestedGraph;
import io.milepost.pipelines.milestones.UidCheck;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.clock.Unclocked;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import io.milepost.state.correlation.LineNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

/** The job's graph, with sources that end instead of Kafka. */
class PartnerIntakeTopologyTest {

    private final StreamExecutionEnvironment environment = TestedGraph.strict();

    @Test
    void everyOperatorHasItsUidAndNoneHasChanged() throws IOException {
        topology(
                        List.of(),
                        source(heartbeat("2026-03-01")).uid(Uids.INBOUND_SOURCE),
                        source(Sent.profile(1, ProfileStage.APPROVED)).uid(Uids.PROFILE_SOURCE))
                .sinkTo(new DiscardingSink<>())
                .uid(Uids.OUTPUTS);

        assertThat(UidCheck.problems(environment.getStreamGraph(), TestedGraph.golden(getClass())))
                .isEmpty();
        assertThat(Uids.all()).doesNotHaveDuplicates();
        assertThat(TestedGraph.golden(getClass())).isEqualTo(new TreeSet<>(Uids.all()));
    }

    @Test
    void anAcknowledgementBecomesAnEventThatWasKnownWhenTheBrokerTookIt() throws Exception {
        List<OutboundRecord> written =
                run(
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        Sent.summary(1, "2026-03-02"),
                        heartbeat("2026-03-03"));

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
        assertThat(books(written)).containsEntry("in", 2L).containsEntry("effective", 1L);
    }

    @Test
    void anInterchangeThatComesAgainChangesNothing() throws Exception {
        List<OutboundRecord> written =
                run(
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        Sent.acknowledgement(2, "P00043", "IA", "2026-03-02"),
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-04"),
                        Sent.acknowledgement(2, "P00043", "IA", "2026-03-04"),
                        heartbeat("2026-03-05"));

        assertThat(Bench.values(SupplierEvent.class, written)).hasSize(2);
        assertThat(books(written)).containsEntry("duplicate", 2L);
    }

    @Test
    void whatBecameOfADocumentOfOursIsToldToEachOfItsLinesOnce() throws Exception {
        List<OutboundRecord> written =
                run(
                        List.of(),
                        Sent.note("2026-03-02"),
                        Sent.note("2026-03-04"),
                        heartbeat("2026-03-05"));

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
        assertThat(books(written)).containsEntry("effective", 1L).containsEntry("duplicate", 1L);
    }

    @Test
    void aTransactionThatFailedPassesWhenItComesAgain() throws Exception {
        InboundRecord broken = Sent.acknowledgement(2, "P00043", "??", "2026-03-02");
        List<OutboundRecord> written =
                run(
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        broken,
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-04"),
                        Sent.acknowledgement(2, "P00043", "IA", "2026-03-04"),
                        heartbeat("2026-03-05"));

        assertThat(Bench.values(SupplierEvent.class, written))
                .extracting(SupplierEvent::getOrderName)
                .containsExactly("P00042", "P00043");
        assertThat(Bench.values(DeadLetter.class, written))
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.getReason()).isEqualTo(RejectReason.INVALID);
                            assertThat(letter.getMessage())
                                    .startsWith(broken.address())
                                    .contains("ACK");
                        });
        assertThat(books(written))
                .containsEntry("effective", 2L)
                .containsEntry("duplicate", 1L)
                .containsEntry("deadLettered", 1L);
    }

    @Test
    void aDeadLetterThatIsReplayedWasKnownWhenItFirstCame() throws Exception {
        InboundRecord replayed = Sent.acknowledgement(1, "P00042", "IA", "2026-03-04");
        String first = Long.toString(Events.millis("2026-03-02"));
        List<OutboundRecord> written =
                run(
                        new InboundRecord(
                                replayed.topic(),
                                replayed.partition(),
                                replayed.offset(),
                                replayed.timestampMillis(),
                                replayed.key(),
                                replayed.value(),
                                List.of(RecordHeader.text(FirstKnown.HEADER, first))),
                        heartbeat("2026-03-05"));

        assertThat(Bench.values(SupplierEvent.class, written))
                .extracting(event -> event.getEnvelope().getKnownAt())
                .containsExactly(Events.time("2026-03-02"));
    }

    @Test
    void otherContentUnderAnOldNumberIsAnotherMessage() throws Exception {
        List<OutboundRecord> written =
                run(
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        Sent.acknowledgement(1, "P00077", "IA", "2026-03-04"),
                        heartbeat("2026-03-05"));

        assertThat(Bench.values(SupplierEvent.class, written)).hasSize(2);
    }

    @Test
    void aDuplicateIsForgottenAfterItsTime() throws Exception {
        List<OutboundRecord> written =
                run(
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        heartbeat("2026-04-30"),
                        Sent.acknowledgement(1, "P00042", "IA", "2026-05-01"),
                        heartbeat("2026-05-02"));

        assertThat(Bench.values(SupplierEvent.class, written)).hasSize(2);
    }

    @Test
    void theHighestApprovedVersionOfAProfileCounts() throws Exception {
        InboundRecord message = Sent.acknowledgement(1, "P00042", "IA", "2026-03-02");
        InboundRecord[] records = {message, heartbeat("2026-03-03")};

        assertThat(supplier(List.of(), records)).isEmpty();
        assertThat(supplier(List.of(Sent.profile(1, ProfileStage.PROPOSED)), records)).isEmpty();
        assertThat(
                        supplier(
                                List.of(
                                        Sent.profile(1, ProfileStage.APPROVED),
                                        Sent.profile(1, ProfileStage.RETIRED)),
                                records))
                .isEmpty();
        assertThat(
                        supplier(
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
                run(
                        List.of(),
                        Sent.acknowledgement(1, "P00042", "IA", "2026-03-02"),
                        heartbeat("2026-03-03"));

        assertThat(Bench.values(DeadLetter.class, written))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.getMessage())
                                        .contains("expected a profile that is approved")
                                        .contains("northwind"));
    }

    private List<SupplierEvent> supplier(List<InboundRecord> profiles, InboundRecord... records)
            throws Exception {
        return Bench.values(SupplierEvent.class, run(profiles, records));
    }

    private List<OutboundRecord> run(InboundRecord... records) throws Exception {
        return run(List.of(Sent.profile(1, ProfileStage.APPROVED)), records);
    }

    private List<OutboundRecord> run(List<InboundRecord> profiles, InboundRecord... records)
            throws Exception {
        DataStream<InboundRecord> published =
                profiles.isEmpty()
                        ? source(Sent.profile(9, ProfileStage.PROPOSED))
                        : source(profiles.toArray(InboundRecord[]::new));
        return TestedGraph.written(
                topology(
                        profiles,
                        source(records).assignTimestampsAndWatermarks(new HeartbeatWatermarks()),
                        published.assignTimestampsAndWatermarks(new Unclocked())));
    }

    private DataStreamSource<InboundRecord> source(InboundRecord... records) {
        environment.setParallelism(1);
        return TestedGraph.source(environment, records);
    }

    private static DataStream<OutboundRecord> topology(
            List<InboundRecord> shelf,
            DataStream<InboundRecord> records,
            DataStream<InboundRecord> published) {
        Map<String, Integer> partitions = new HashMap<>();
        for (Topic<?> topic : Catalogue.all()) {
            partitions.put(topic.name(), topic.partitions());
        }
        // Operators travel serialized, and records do not: the shelf is found by its name.
        Shelf.kept = List.copyOf(shelf);
        return new PartnerIntakeTopology(
                        Bench.OPENS_REGISTRY,
                        "",
                        partitions,
                        new Shelf(),
                        Duration.ofDays(30),
                        new FeedWatch.Settings(List.of(), 30_000, 5_000))
                .build(records, published);
    }

    /** Profiles that were published before the job starts. */
    private static final class Shelf implements ProfileShelf {

        private static final long serialVersionUID = 1L;
        private static volatile List<InboundRecord> kept = List.of();

        @Override
        public List<InboundRecord> readAll() {
            return kept;
        }
    }

    private static Map<String, Long> books(List<OutboundRecord> written) {
        Map<String, Long> sums = new HashMap<>();
        for (Account account : Bench.values(Account.class, written)) {
            if (account.getTopic().equals(Catalogue.PARTNER_INBOUND.name())) {
                sums.merge("in", account.getRecordsIn(), Long::sum);
                sums.merge("effective", account.getEffective(), Long::sum);
                sums.merge("duplicate", account.getDuplicate(), Long::sum);
                sums.merge("withoutEffect", account.getWithoutEffect(), Long::sum);
                sums.merge("deadLettered", account.getDeadLettered(), Long::sum);
            }
        }
        assertThat(sums.get("in"))
                .as("conservation")
                .isEqualTo(
                        sums.get("effective")
                                + sums.get("duplicate")
                                + sums.get("withoutEffect")
                                + sums.get("deadLettered"));
        return sums;
    }

    private static InboundRecord heartbeat(String time) {
        return Bench.heartbeat(Catalogue.PARTNER_INBOUND, Events.millis(time) * 1000);
    }
}
