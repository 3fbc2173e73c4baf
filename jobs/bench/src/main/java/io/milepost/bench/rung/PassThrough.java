package io.milepost.bench.rung;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.schemas.Catalogue;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Reads, decodes, encodes and writes each event, and does nothing else: the same source, Avro, sink
 * and guarantee as the milestones job, without keys and state.
 */
public final class PassThrough extends FlinkRung {

    /** The rung. */
    public PassThrough() {
        super(List.of(Catalogue.MILESTONES));
    }

    @Override
    public String name() {
        return "pass-through";
    }

    @Override
    public String title() {
        return "pass-through";
    }

    @Override
    DataStream<OutboundRecord> define(
            DataStream<InboundRecord> facts, StreamExecutionEnvironment environment, Site site) {
        return facts.process(new Copy(site.registry(), site.kafka().topic(Catalogue.MILESTONES)))
                .returns(OutboundRecordTypeInfo.INSTANCE);
    }

    /** Copies each event. */
    private static final class Copy extends ProcessFunction<InboundRecord, OutboundRecord> {

        private static final long serialVersionUID = 1L;

        private final RegistryConnection registry;
        private final String target;

        private transient Copying copying;

        Copy(RegistryConnection registry, String target) {
            this.registry = registry;
            this.target = target;
        }

        @Override
        public void open(OpenContext context) {
            copying = new Copying(registry, target);
        }

        @Override
        public void processElement(InboundRecord record, Context ctx, Collector<OutboundRecord> out)
                throws Exception {
            if (!record.isHeartbeat()) {
                out.collect(copying.copy(record));
            }
        }
    }
}
