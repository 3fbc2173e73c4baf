package io.milepost.pipelines.milestones.line;

import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.line.LineState;
import io.milepost.state.line.LineStateCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link LineState}, whose bytes carry the version of their own layout. */
public final class LineStateType extends RecordTypeInfo<LineState> {

    /** The one type. */
    public static final LineStateType INSTANCE = new LineStateType();

    private static final long serialVersionUID = 1L;

    private LineStateType() {
        super(LineState.class, Serializer.INSTANCE);
    }

    /** Byte format: that of the state module. */
    public static final class Serializer extends ImmutableRecordSerializer<LineState> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(LineState value, DataOutputView target) throws IOException {
            LineStateCodec.write(value, new StateOutput(target));
        }

        @Override
        public LineState deserialize(DataInputView source) throws IOException {
            return LineStateCodec.read(new StateInput(source));
        }

        @Override
        public TypeSerializerSnapshot<LineState> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<LineState> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<LineState> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
