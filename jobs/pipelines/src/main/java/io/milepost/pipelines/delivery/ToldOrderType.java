package io.milepost.pipelines.delivery;

import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.orders.ToldOrder;
import io.milepost.state.orders.ToldOrderCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link ToldOrder}, whose bytes carry the version of their own layout. */
final class ToldOrderType extends RecordTypeInfo<ToldOrder> {

    /** The one type. */
    static final ToldOrderType INSTANCE = new ToldOrderType();

    private static final long serialVersionUID = 1L;

    private ToldOrderType() {
        super(ToldOrder.class, Serializer.INSTANCE);
    }

    /** Byte format: that of the state module. */
    public static final class Serializer extends ImmutableRecordSerializer<ToldOrder> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(ToldOrder value, DataOutputView target) throws IOException {
            ToldOrderCodec.write(value, new StateOutput(target));
        }

        @Override
        public ToldOrder deserialize(DataInputView source) throws IOException {
            return ToldOrderCodec.read(new StateInput(source));
        }

        @Override
        public TypeSerializerSnapshot<ToldOrder> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<ToldOrder> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<ToldOrder> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
