package io.milepost.pipelines.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Account;
import io.milepost.events.ProfileStage;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.TestedGraph;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.clock.Unclocked;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The job's graph, run to its end over records that are given; it remembers 30 days. */
final class IntakeRun {

    private final StreamExecutionEnvironment environment = TestedGraph.strict();

    /** The graph as far as it was defined. */
    StreamGraph graph() {
        return environment.getStreamGraph();
    }

    /** What is written of records of the supplier northwind, whose profile is approved. */
    List<OutboundRecord> run(InboundRecord... records) throws Exception {
        return run(List.of(Sent.profile(1, ProfileStage.APPROVED)), records);
    }

    /** What is written by these versions of the profile. */
    List<OutboundRecord> run(List<InboundRecord> profiles, InboundRecord... records)
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

    /** What the supplier said, by these versions of its profile. */
    List<SupplierEvent> supplier(List<InboundRecord> profiles, InboundRecord... records)
            throws Exception {
        return Bench.values(SupplierEvent.class, run(profiles, records));
    }

    DataStreamSource<InboundRecord> source(InboundRecord... records) {
        environment.setParallelism(1);
        return TestedGraph.source(environment, records);
    }

    static DataStream<OutboundRecord> topology(
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

    /** What became of how many records that came in; the sums are even. */
    static Map<String, Long> books(List<OutboundRecord> written) {
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

    static InboundRecord heartbeat(String time) {
        return Bench.heartbeat(Catalogue.PARTNER_INBOUND, Events.millis(time) * 1000);
    }
}
