package io.milepost.bench.rung;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.schemas.Catalogue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Pass-through by key, with one value for each key that is read, changed and written with each
 * event. The value is as large as a line's is on average; nothing is made of it but bytes.
 */
public final class KeyedValue extends FlinkRung {

    /** The rung. */
    public KeyedValue() {
        super(List.of(Catalogue.MILESTONES));
    }

    @Override
    public String name() {
        return "keyed";
    }

    @Override
    public String title() {
        return "keyed value";
    }

    @Override
    DataStream<OutboundRecord> define(
            DataStream<InboundRecord> facts, StreamExecutionEnvironment environment, Site site) {
        return facts.filter(record -> !record.isHeartbeat())
                .keyBy(KeyedValue::key, Types.STRING)
                .process(
                        new ReadChangeWrite(
                                site.registry(),
                                site.kafka().topic(Catalogue.MILESTONES),
                                site.valueBytes()))
                .returns(OutboundRecordTypeInfo.INSTANCE);
    }

    private static String key(InboundRecord record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    /** Reads, changes and writes the value, and copies the event. */
    private static final class ReadChangeWrite
            extends KeyedProcessFunction<String, InboundRecord, OutboundRecord> {

        private static final long serialVersionUID = 1L;

        /** No time to live: the job ends with its input. */
        private static final ValueStateDescriptor<byte[]> VALUE =
                new ValueStateDescriptor<>(
                        "value", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

        private final RegistryConnection registry;
        private final String target;
        private final int size;

        private transient Copying copying;
        private transient ValueState<byte[]> value;
        private transient Random random;

        ReadChangeWrite(RegistryConnection registry, String target, int size) {
            this.registry = registry;
            this.target = target;
            this.size = size;
        }

        @Override
        public void open(OpenContext context) {
            copying = new Copying(registry, target);
            value = getRuntimeContext().getState(VALUE);
            random = new Random(size);
        }

        @Override
        public void processElement(InboundRecord record, Context ctx, Collector<OutboundRecord> out)
                throws Exception {
            byte[] known = value.value();
            if (known == null) {
                known = new byte[size];
                // Compresses about as well as a line does.
                for (int i = 0; i < size; i += 2) {
                    known[i] = (byte) random.nextInt();
                }
            }
            ByteBuffer.wrap(known).putLong(0, record.offset());
            value.update(known);
            out.collect(copying.copy(record));
        }
    }
}
