package io.milepost.pipelines.milestones.route;

import io.milepost.kafka.inbound.InboundRecordSerializer;
import io.milepost.kafka.types.Fields;
import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.LineKey;
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

    /** Byte format: the reference, a flag, then the event or the binding. */
    public static final class Serializer extends ImmutableRecordSerializer<ShipmentMessage> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(ShipmentMessage message, DataOutputView target) throws IOException {
            Fields.writeText(message.reference(), target);
            target.writeBoolean(message.event() != null);
            if (message.event() != null) {
                InboundRecordSerializer.INSTANCE.serialize(message.event(), target);
            } else {
                Fields.writeText(message.binding().line().toString(), target);
                Fields.writeText(message.binding().shipmentId(), target);
                target.writeLong(message.binding().shippedAt());
            }
        }

        @Override
        public ShipmentMessage deserialize(DataInputView source) throws IOException {
            String reference = Fields.readText(source);
            if (source.readBoolean()) {
                return ShipmentMessage.event(
                        reference, InboundRecordSerializer.INSTANCE.deserialize(source));
            }
            return ShipmentMessage.binding(
                    reference,
                    new ShipmentBinding(
                            LineKey.parse(Fields.readText(source)),
                            Fields.readText(source),
                            source.readLong()));
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
