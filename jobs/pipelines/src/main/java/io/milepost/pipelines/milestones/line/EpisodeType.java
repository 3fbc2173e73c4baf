package io.milepost.pipelines.milestones.line;

import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.EpisodeCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link Episode}, of a line's archive of those that are over. */
public final class EpisodeType extends RecordTypeInfo<Episode> {

    /** The one type. */
    public static final EpisodeType INSTANCE = new EpisodeType();

    private static final long serialVersionUID = 1L;

    private EpisodeType() {
        super(Episode.class, Serializer.INSTANCE);
    }

    /** Byte format: that of the state module. */
    public static final class Serializer extends ImmutableRecordSerializer<Episode> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Episode value, DataOutputView target) throws IOException {
            EpisodeCodec.write(value, new StateOutput(target));
        }

        @Override
        public Episode deserialize(DataInputView source) throws IOException {
            return EpisodeCodec.read(new StateInput(source));
        }

        @Override
        public TypeSerializerSnapshot<Episode> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<Episode> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<Episode> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
