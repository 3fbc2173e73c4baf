package io.milepost.pipelines.milestones.correlation;

import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.correlation.Delivery;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link Delivery}, whose bytes carry the version of their own layout. */
public final class DeliveryType extends RecordTypeInfo<Delivery> {

    /** The one type. */
    public static final DeliveryType INSTANCE = new DeliveryType();

    private static final long serialVersionUID = 1L;

    private DeliveryType() {
        super(Delivery.class, Serializer.INSTANCE);
    }

    /** Byte format: that of the state module. */
    public static final class Serializer extends ImmutableRecordSerializer<Delivery> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Delivery value, DataOutputView target) throws IOException {
            value.write(new StateOutput(target));
        }

        @Override
        public Delivery deserialize(DataInputView source) throws IOException {
            return Delivery.read(new StateInput(source));
        }

        @Override
        public TypeSerializerSnapshot<Delivery> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<Delivery> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<Delivery> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
