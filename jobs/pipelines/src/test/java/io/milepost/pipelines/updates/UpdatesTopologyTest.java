package io.milepost.pipelines.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.DeadLetter;
import io.milepost.events.Heartbeat;
import io.milepost.events.OdooCommand;
import io.milepost.events.OdooResult;
import io.milepost.events.RejectReason;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.errand.Answers;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.odoo.updates.ApplierCounts;
import io.milepost.odoo.updates.ApplierSettings;
import io.milepost.odoo.updates.CommandResult;
import io.milepost.odoo.updates.Pauses;
import io.milepost.odoo.updates.ShardAppliers;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.TestedGraph;
import io.milepost.pipelines.milestones.UidCheck;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import io.milepost.schemas.TrustedEvents;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

/** The job's graph, with commands that were answered instead of Kafka and Odoo. */
class UpdatesTopologyTest {

    static {
        TrustedEvents.trust();
    }

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    private final StreamExecutionEnvironment environment = TestedGraph.strict();

    @Test
    void everyOperatorHasItsUidAndNoneHasChanged() throws IOException {
        topology(source(heartbeat()).uid(Uids.COMMANDS))
                .sinkTo(new DiscardingSink<>())
                .uid(Uids.OUTPUTS);

        assertThat(UidCheck.problems(environment.getStreamGraph(), TestedGraph.golden(getClass())))
                .isEmpty();
        assertThat(Uids.all()).doesNotHaveDuplicates();
        assertThat(TestedGraph.golden(getClass())).isEqualTo(new TreeSet<>(Uids.all()));
    }

    @Test
    void saysWhatBecameOfEachCommand() throws Exception {
        List<OutboundRecord> written =
                run(
                        answered("a", CommandOutcome.APPLIED, null, null),
                        answered("b", CommandOutcome.CONFLICT, "2026-12-11 08:00:00", null),
                        answered("c", CommandOutcome.REJECTED, null, "Order P7 is cancelled"));

        assertThat(Bench.values(OdooResult.class, written))
                .extracting(
                        OdooResult::getCommandId,
                        OdooResult::getOutcome,
                        OdooResult::getFound,
                        OdooResult::getMessage,
                        r -> r.getEnvelope().getCompany())
                .containsExactlyInAnyOrder(
                        tuple("a", CommandOutcome.APPLIED, null, null, "be"),
                        tuple("b", CommandOutcome.CONFLICT, "2026-12-11 08:00:00", null, "be"),
                        tuple("c", CommandOutcome.REJECTED, null, "Order P7 is cancelled", "be"));
        assertThat(Bench.values(DeadLetter.class, written))
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.REFUSED);
        assertThat(Bench.values(DeadLetter.class, written).get(0).getMessage())
                .endsWith("command c (SET_LINE_DATE): Odoo refused it: Order P7 is cancelled");
    }

    @Test
    void deadLettersWhatIsNoCommandAndPassesOverWhatIsAnothers() throws Exception {
        List<OutboundRecord> written =
                run(
                        Bench.raw(Catalogue.COMMANDS, "key", new byte[] {7}),
                        answer(command("d"), CommandAnswers.NOT_OURS),
                        heartbeat());

        assertThat(Bench.values(OdooResult.class, written)).isEmpty();
        assertThat(Bench.values(DeadLetter.class, written))
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.NOT_FRAMED);
        assertThat(Bench.values(Heartbeat.class, written))
                .as("promises, in the topic that it alone writes")
                .hasSize(Catalogue.RESULTS.partitions());
    }

    @Test
    void deadLettersACommandThatNamesNeitherLineNorItem() throws Exception {
        OdooCommand homeless = OdooCommand.newBuilder(command("e")).setLineKey(null).build();
        InboundRecord record =
                Bench.raw(Catalogue.COMMANDS, "key", Bench.encoded(Catalogue.COMMANDS, homeless));

        List<byte[]> answers;
        try (OdooErrand errand =
                new OdooErrand(
                        "odoo",
                        EventDecoder.open(Bench.OPENS_REGISTRY, UpdateTopics.classes("")),
                        null,
                        new ShardAppliers(
                                () -> {
                                    throw new AssertionError("Odoo is not asked");
                                },
                                ApplierSettings.DEFAULT,
                                Pauses.real(),
                                new SplittableRandom(1),
                                new ApplierCounts()))) {
            answers = errand.run(List.of(record));
        }
        List<OutboundRecord> written = run(record);

        assertThat(answers).containsOnlyNulls();
        assertThat(Bench.values(DeadLetter.class, written))
                .extracting(DeadLetter::getReason)
                .containsExactly(RejectReason.INVALID);
        assertThat(Bench.values(DeadLetter.class, written).get(0).getMessage())
                .endsWith(": lineKey, item: expected one of them but found neither");
    }

    private static OdooCommand command(String id) {
        return OdooCommand.newBuilder()
                .setCommandId(id)
                .setLineKey("odoo/be/1/2")
                .setKind(CommandKind.SET_LINE_DATE)
                .setOrderId(1L)
                .setLineId(2L)
                .setValue("2026-12-20 08:00:00")
                .setFactIds(List.of("f"))
                .setKnownAt(NOW)
                .build();
    }

    private static InboundRecord answered(
            String id, CommandOutcome outcome, String found, String error) {
        OdooCommand command = command(id);
        return answer(
                command,
                CommandAnswers.of(
                        CommandHome.result(
                                command, new CommandResult(0, outcome, found, error, null), NOW)));
    }

    private static InboundRecord answer(OdooCommand command, byte[] answer) {
        InboundRecord plain = Bench.record(Catalogue.COMMANDS, command);
        return new InboundRecord(
                plain.topic(),
                plain.partition(),
                plain.offset(),
                plain.timestampMillis(),
                plain.key(),
                plain.value(),
                List.of(new RecordHeader(Answers.HEADER, answer)));
    }

    private List<OutboundRecord> run(InboundRecord... records) throws Exception {
        return TestedGraph.written(
                topology(source(records).assignTimestampsAndWatermarks(new HeartbeatWatermarks())));
    }

    private DataStreamSource<InboundRecord> source(InboundRecord... records) {
        environment.setParallelism(1);
        return TestedGraph.source(environment, records);
    }

    private static DataStream<OutboundRecord> topology(DataStream<InboundRecord> records) {
        Map<String, Integer> partitions = new HashMap<>();
        for (Topic<?> topic : UpdateTopics.OUTPUTS) {
            partitions.put(topic.name(), topic.partitions());
        }
        return new UpdatesTopology(Bench.OPENS_REGISTRY, "", partitions).build(records);
    }

    private static InboundRecord heartbeat() {
        return Bench.heartbeat(Catalogue.COMMANDS, Events.millis("2026-12-01") * 1000);
    }
}
