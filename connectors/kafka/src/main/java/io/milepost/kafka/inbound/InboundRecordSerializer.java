package io.milepost.kafka.inbound;

import io.milepost.kafka.types.Fields;
import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Byte format of {@link InboundRecord} between operators and in state. */
public final class InboundRecordSerializer extends ImmutableRecordSerializer<InboundRecord> {

    /** The one serializer: it has no state. */
    public static final InboundRecordSerializer INSTANCE = new InboundRecordSerializer();

    private static final long serialVersionUID = 1L;

    private static final int FORMAT = 1;

    private InboundRecordSerializer() {}

    @Override
    public void serialize(InboundRecord record, DataOutputView target) throws IOException {
        Fields.writeText(record.topic(), target);
        target.writeInt(record.partition());
        target.writeLong(record.offset());
        target.writeLong(record.timestampMillis());
        Fields.writeBytes(record.key(), target);
        Fields.writeBytes(record.value(), target);
        Fields.writeHeaders(record.headers(), target);
    }

    @Override
    public InboundRecord deserialize(DataInputView source) throws IOException {
        return new InboundRecord(
                Fields.readText(source),
                source.readInt(),
                source.readLong(),
                source.readLong(),
                Fields.readBytes(source),
                Fields.readBytes(source),
                Fields.readHeaders(source));
    }

    @Override
    public TypeSerializerSnapshot<InboundRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /**
     * What savepoints remember of this serializer. Public for Flink, which makes it by its name.
     */
    public static final class Snapshot extends FormatSnapshot<InboundRecord> {

        /** For Flink. */
        public Snapshot() {
            super(FORMAT);
        }

        @Override
        protected TypeSerializer<InboundRecord> serializer(int format) {
            return INSTANCE;
        }
    }
}
