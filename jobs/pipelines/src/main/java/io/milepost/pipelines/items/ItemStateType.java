package io.milepost.pipelines.items;

import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.items.ItemState;
import io.milepost.state.items.ItemStateCodec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link ItemState}, whose bytes carry the version of their own layout. */
final class ItemStateType extends RecordTypeInfo<ItemState> {

    /** The one type. */
    public static final ItemStateType INSTANCE = new ItemStateType();

    private static final long serialVersionUID = 1L;

    private ItemStateType() {
        super(ItemState.class, Serializer.INSTANCE);
    }

    /** Byte format: that of the state module. */
    public static final class Serializer extends ImmutableRecordSerializer<ItemState> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(ItemState value, DataOutputView target) throws IOException {
            ItemStateCodec.write(value, new StateOutput(target));
        }

        @Override
        public ItemState deserialize(DataInputView source) throws IOException {
            return ItemStateCodec.read(new StateInput(source));
        }

        @Override
        public TypeSerializerSnapshot<ItemState> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<ItemState> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<ItemState> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
