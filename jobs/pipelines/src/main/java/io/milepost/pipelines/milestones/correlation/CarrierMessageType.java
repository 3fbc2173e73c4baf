package io.milepost.pipelines.milestones.correlation;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordSerializer;
import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.correlation.Reach;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link CarrierMessage}. */
public final class CarrierMessageType extends RecordTypeInfo<CarrierMessage> {

    /** The one type. */
    public static final CarrierMessageType INSTANCE = new CarrierMessageType();

    private static final long serialVersionUID = 1L;

    private CarrierMessageType() {
        super(CarrierMessage.class, Serializer.INSTANCE);
    }

    /** Byte format: event, reference, time, then lines and record where there are any. */
    public static final class Serializer extends ImmutableRecordSerializer<CarrierMessage> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(CarrierMessage value, DataOutputView target) throws IOException {
            StateOutput out = new StateOutput(target);
            out.text(value.event());
            out.text(value.reference());
            out.number(value.asked());
            out.number(value.knownAt());
            out.flag(value.reach() != null);
            if (value.reach() != null) {
                value.reach().write(out);
            }
            out.flag(value.record() != null);
            if (value.record() != null) {
                InboundRecordSerializer.INSTANCE.serialize(value.record(), target);
            }
        }

        @Override
        public CarrierMessage deserialize(DataInputView source) throws IOException {
            StateInput in = new StateInput(source);
            String event = in.text();
            String reference = in.text();
            int asked = in.count();
            long knownAt = in.number();
            Reach reach = in.flag() ? Reach.read(in) : null;
            InboundRecord record =
                    in.flag() ? InboundRecordSerializer.INSTANCE.deserialize(source) : null;
            return new CarrierMessage(event, reference, reach, asked, knownAt, record);
        }

        @Override
        public TypeSerializerSnapshot<CarrierMessage> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<CarrierMessage> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<CarrierMessage> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
