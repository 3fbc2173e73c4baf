package io.milepost.pipelines.milestones.correlation;

import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.correlation.LinkIndex;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link LinkIndex}, whose bytes carry the version of their own layout. */
public final class LinkIndexType extends RecordTypeInfo<LinkIndex> {

    /** The one type. */
    public static final LinkIndexType INSTANCE = new LinkIndexType();

    private static final long serialVersionUID = 1L;

    private LinkIndexType() {
        super(LinkIndex.class, Serializer.INSTANCE);
    }

    /** Byte format: that of the state module. */
    public static final class Serializer extends ImmutableRecordSerializer<LinkIndex> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(LinkIndex value, DataOutputView target) throws IOException {
            value.write(new StateOutput(target));
        }

        @Override
        public LinkIndex deserialize(DataInputView source) throws IOException {
            return LinkIndex.read(new StateInput(source));
        }

        @Override
        public TypeSerializerSnapshot<LinkIndex> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<LinkIndex> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<LinkIndex> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
