package io.milepost.pipelines.milestones.correlation;

import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.correlation.OrderIndex;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link OrderIndex}, whose bytes carry the version of their own layout. */
public final class OrderIndexType extends RecordTypeInfo<OrderIndex> {

    /** The one type. */
    public static final OrderIndexType INSTANCE = new OrderIndexType();

    private static final long serialVersionUID = 1L;

    private OrderIndexType() {
        super(OrderIndex.class, Serializer.INSTANCE);
    }

    /** Byte format: that of the state module. */
    public static final class Serializer extends ImmutableRecordSerializer<OrderIndex> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(OrderIndex value, DataOutputView target) throws IOException {
            value.write(new StateOutput(target));
        }

        @Override
        public OrderIndex deserialize(DataInputView source) throws IOException {
            return OrderIndex.read(new StateInput(source));
        }

        @Override
        public TypeSerializerSnapshot<OrderIndex> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<OrderIndex> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<OrderIndex> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
