package io.milepost.kafka.outbound;

import io.milepost.kafka.types.Fields;
import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Byte format of {@link OutboundRecord} between operators and in state. */
public final class OutboundRecordSerializer extends ImmutableRecordSerializer<OutboundRecord> {

    /** The one serializer: it has no state. */
    public static final OutboundRecordSerializer INSTANCE = new OutboundRecordSerializer();

    private static final long serialVersionUID = 1L;

    private static final int FORMAT = 1;

    private OutboundRecordSerializer() {}

    @Override
    public void serialize(OutboundRecord record, DataOutputView target) throws IOException {
        Fields.writeText(record.topic(), target);
        target.writeInt(record.partition());
        Fields.writeBytes(record.key(), target);
        Fields.writeBytes(record.value(), target);
        Fields.writeHeaders(record.headers(), target);
        target.writeLong(record.timestampMillis());
    }

    @Override
    public OutboundRecord deserialize(DataInputView source) throws IOException {
        return new OutboundRecord(
                Fields.readText(source),
                source.readInt(),
                Fields.readBytes(source),
                Fields.readBytes(source),
                Fields.readHeaders(source),
                source.readLong());
    }

    @Override
    public TypeSerializerSnapshot<OutboundRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /**
     * What savepoints remember of this serializer. Public for Flink, which makes it by its name.
     */
    public static final class Snapshot extends FormatSnapshot<OutboundRecord> {

        /** For Flink. */
        public Snapshot() {
            super(FORMAT);
        }

        @Override
        protected TypeSerializer<OutboundRecord> serializer(int format) {
            return INSTANCE;
        }
    }
}
