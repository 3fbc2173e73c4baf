package io.milepost.pipelines.milestones.line;

import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.view.Standing;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link Standing}, an entry of a line's archive of facts. */
public final class StandingType extends RecordTypeInfo<Standing> {

    /** The one type. */
    public static final StandingType INSTANCE = new StandingType();

    private static final long serialVersionUID = 1L;

    private StandingType() {
        super(Standing.class, Serializer.INSTANCE);
    }

    /** Byte format: that of the state module, whose kinds of facts carry their own codes. */
    public static final class Serializer extends ImmutableRecordSerializer<Standing> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Standing value, DataOutputView target) throws IOException {
            value.write(new StateOutput(target));
        }

        @Override
        public Standing deserialize(DataInputView source) throws IOException {
            return Standing.read(new StateInput(source));
        }

        @Override
        public TypeSerializerSnapshot<Standing> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<Standing> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<Standing> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
