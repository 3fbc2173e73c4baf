package io.milepost.pipelines.milestones.route;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordSerializer;
import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.correlation.ShipmentBinding;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link ShipmentMessage}. */
public final class ShipmentMessageType extends RecordTypeInfo<ShipmentMessage> {

    /** The one type. */
    public static final ShipmentMessageType INSTANCE = new ShipmentMessageType();

    private static final long serialVersionUID = 1L;

    private ShipmentMessageType() {
        super(ShipmentMessage.class, Serializer.INSTANCE);
    }

    /** Byte format: the reference, which is bound, the time, then the binding or the call. */
    public static final class Serializer extends ImmutableRecordSerializer<ShipmentMessage> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(ShipmentMessage value, DataOutputView target) throws IOException {
            StateOutput out = new StateOutput(target);
            out.text(value.reference());
            out.text(value.bound());
            out.number(value.knownAt());
            if (value.binding() != null) {
                value.binding().write(out);
                return;
            }
            CarrierCall call = value.call();
            out.text(call.event());
            out.number(call.references());
            out.number(call.occurredAt());
            out.flag(call.record() != null);
            if (call.record() != null) {
                InboundRecordSerializer.INSTANCE.serialize(call.record(), target);
            }
        }

        @Override
        public ShipmentMessage deserialize(DataInputView source) throws IOException {
            StateInput in = new StateInput(source);
            String reference = in.text();
            String bound = in.text();
            long knownAt = in.number();
            if (bound != null) {
                return ShipmentMessage.binding(reference, bound, ShipmentBinding.read(in), knownAt);
            }
            String event = in.text();
            int references = in.count();
            long occurredAt = in.number();
            InboundRecord record =
                    in.flag() ? InboundRecordSerializer.INSTANCE.deserialize(source) : null;
            return ShipmentMessage.call(
                    reference, new CarrierCall(event, references, occurredAt, knownAt, record));
        }

        @Override
        public TypeSerializerSnapshot<ShipmentMessage> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<ShipmentMessage> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<ShipmentMessage> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
