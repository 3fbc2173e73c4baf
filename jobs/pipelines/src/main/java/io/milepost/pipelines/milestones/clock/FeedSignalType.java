package io.milepost.pipelines.milestones.clock;

import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link FeedSignal}. */
public final class FeedSignalType extends RecordTypeInfo<FeedSignal> {

    /** The one type. */
    public static final FeedSignalType INSTANCE = new FeedSignalType();

    private static final long serialVersionUID = 1L;

    private FeedSignalType() {
        super(FeedSignal.class, Serializer.INSTANCE);
    }

    /** Byte format: the four fields. */
    public static final class Serializer extends ImmutableRecordSerializer<FeedSignal> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(FeedSignal signal, DataOutputView target) throws IOException {
            StateOutput out = new StateOutput(target);
            out.text(signal.feed());
            out.number(signal.promisedAt());
            out.number(signal.deadlineBefore());
            out.number(signal.deadlineAfter());
        }

        @Override
        public FeedSignal deserialize(DataInputView source) throws IOException {
            StateInput in = new StateInput(source);
            return new FeedSignal(in.text(), in.number(), in.number(), in.number());
        }

        @Override
        public TypeSerializerSnapshot<FeedSignal> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<FeedSignal> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<FeedSignal> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
