package io.milepost.bench;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.inbound.InboundSource;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.outbound.Partitions;
import io.milepost.kafka.outbound.TransactionalSink;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.schemas.Catalogue;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Reads, decodes, encodes and writes each event, and does nothing else: the same source, Avro, sink
 * and guarantee as the milestones job, without keys and state.
 */
final class PassThrough implements Rung {

    @Override
    public String title() {
        return "pass-through";
    }

    @Override
    public void define(
            StreamExecutionEnvironment environment,
            KafkaConnection kafka,
            RegistryConnection registry,
            int run) {
        String target = kafka.topic(Catalogue.MILESTONES);
        environment
                .fromSource(
                        InboundSource.bounded(
                                kafka,
                                new FactTopics(kafka.topicPrefix()).names(),
                                "bench-pass-through-" + run),
                        new HeartbeatWatermarks(),
                        "facts",
                        InboundRecordTypeInfo.INSTANCE)
                .process(new Copy(registry, target))
                .returns(OutboundRecordTypeInfo.INSTANCE)
                .sinkTo(
                        TransactionalSink.builder(kafka, "bench", "pass-through-" + run)
                                .topics(List.of(target))
                                .build());
    }

    /** Decodes an event and encodes it again. */
    private static final class Copy extends ProcessFunction<InboundRecord, OutboundRecord> {

        private static final long serialVersionUID = 1L;

        private final RegistryConnection registry;
        private final String target;

        private transient AvroDecoder decoder;
        private transient AvroEncoder encoder;

        Copy(RegistryConnection registry, String target) {
            this.registry = registry;
            this.target = target;
        }

        @Override
        public void open(OpenContext context) {
            decoder = new AvroDecoder(registry.open());
            encoder = new AvroEncoder(registry.open());
        }

        @Override
        public void processElement(InboundRecord record, Context ctx, Collector<OutboundRecord> out)
                throws Exception {
            if (record.isHeartbeat()) {
                return;
            }
            byte[] value =
                    encoder.encode(record.topic() + "-value", decoder.decode(record.value()));
            out.collect(
                    new OutboundRecord(
                            target,
                            Partitions.of(record.key(), Catalogue.MILESTONES.partitions()),
                            record.key(),
                            value,
                            List.of(),
                            record.timestampMillis()));
        }
    }
}
