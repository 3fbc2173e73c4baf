package io.milepost.pipelines.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.correlation.Retention;
import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import io.milepost.state.sla.GoLive;
import io.milepost.state.sla.Splitting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

/** A uid that changes orphans the state that savepoints hold under it. */
class UidsTest {

    private final StreamExecutionEnvironment environment = TestedGraph.strict();

    @Test
    void everyOperatorHasItsUidAndNoneHasChanged() throws IOException {
        sink(topology());

        assertThat(UidCheck.problems(environment.getStreamGraph(), TestedGraph.golden(getClass())))
                .isEmpty();
    }

    @Test
    void theConstantsAreTheGoldenOnes() throws IOException {
        assertThat(Uids.all()).doesNotHaveDuplicates();
        assertThat(TestedGraph.golden(getClass())).isEqualTo(new TreeSet<>(Uids.all()));
    }

    @Test
    void aMissingUidIsFound() throws IOException {
        sink(extended());

        assertThat(UidCheck.problems(environment.getStreamGraph(), TestedGraph.golden(getClass())))
                .containsExactly("operator Map has no uid");
    }

    @Test
    void aDuplicateUidIsFound() throws IOException {
        sink(extended().uid(Uids.LINES));

        assertThat(UidCheck.problems(environment.getStreamGraph(), TestedGraph.golden(getClass())))
                .containsExactly("uid milestones-lines is used twice");
    }

    @Test
    void aChangedUidIsFound() throws IOException {
        topology().sinkTo(new DiscardingSink<>()).uid("milestones-outputs-2");

        assertThat(UidCheck.problems(environment.getStreamGraph(), TestedGraph.golden(getClass())))
                .containsExactlyInAnyOrder(
                        "uid milestones-outputs-2 is not in the golden file",
                        "uid milestones-outputs of the golden file is gone");
    }

    private SingleOutputStreamOperator<OutboundRecord> extended() {
        return topology().map(record -> record).returns(OutboundRecordTypeInfo.INSTANCE);
    }

    private DataStream<OutboundRecord> topology() {
        return new MilestonesTopology(
                        Bench.OPENS_REGISTRY,
                        Bench.FACTS,
                        Bench.OUTPUTS,
                        List::of,
                        new Wait(Duration.ofDays(30)),
                        GoLive.ALWAYS,
                        Splitting.ALL,
                        Bench.RETENTION,
                        new Retention(Duration.ofDays(400)),
                        new FeedWatch.Settings(List.of(), 30_000, 5_000))
                .build(
                        source(Catalogue.ORDER_LINES, Uids.FACT_SOURCE),
                        source(Catalogue.POLICIES, Uids.POLICY_SOURCE),
                        source(Catalogue.RESULTS, Uids.RESULT_SOURCE));
    }

    private DataStream<InboundRecord> source(Topic<?> topic, String uid) {
        return environment
                .fromData(List.of(Bench.heartbeat(topic, 0)), InboundRecordTypeInfo.INSTANCE)
                .uid(uid);
    }

    private static void sink(DataStream<OutboundRecord> outputs) {
        outputs.sinkTo(new DiscardingSink<>()).uid(Uids.OUTPUTS);
    }
}
