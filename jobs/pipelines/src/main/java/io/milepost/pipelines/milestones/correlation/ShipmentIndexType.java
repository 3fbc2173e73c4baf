package io.milepost.pipelines.milestones.correlation;

import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.correlation.ShipmentIndex;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link ShipmentIndex}, whose bytes carry the version of their own layout. */
public final class ShipmentIndexType extends RecordTypeInfo<ShipmentIndex> {

    /** The one type. */
    public static final ShipmentIndexType INSTANCE = new ShipmentIndexType();

    private static final long serialVersionUID = 1L;

    private ShipmentIndexType() {
        super(ShipmentIndex.class, Serializer.INSTANCE);
    }

    /** Byte format: that of the state module. */
    public static final class Serializer extends ImmutableRecordSerializer<ShipmentIndex> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(ShipmentIndex value, DataOutputView target) throws IOException {
            value.write(new StateOutput(target));
        }

        @Override
        public ShipmentIndex deserialize(DataInputView source) throws IOException {
            return ShipmentIndex.read(new StateInput(source));
        }

        @Override
        public TypeSerializerSnapshot<ShipmentIndex> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<ShipmentIndex> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<ShipmentIndex> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
