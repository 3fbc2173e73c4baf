package io.milepost.pipelines.milestones.route;

import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.correlation.ShipmentBinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link LinkMessage}. */
public final class LinkMessageType extends RecordTypeInfo<LinkMessage> {

    /** The one type. */
    public static final LinkMessageType INSTANCE = new LinkMessageType();

    private static final long serialVersionUID = 1L;

    private LinkMessageType() {
        super(LinkMessage.class, Serializer.INSTANCE);
    }

    /** Byte format: the reference, the time, the links, then the binding if there are none. */
    public static final class Serializer extends ImmutableRecordSerializer<LinkMessage> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(LinkMessage value, DataOutputView target) throws IOException {
            StateOutput out = new StateOutput(target);
            out.text(value.reference());
            out.number(value.knownAt());
            out.number(value.links().size());
            value.links().forEach(out::text);
            if (value.binding() != null) {
                value.binding().write(out);
            }
        }

        @Override
        public LinkMessage deserialize(DataInputView source) throws IOException {
            StateInput in = new StateInput(source);
            String reference = in.text();
            long knownAt = in.number();
            int count = in.count();
            if (count == 0) {
                return LinkMessage.binding(reference, ShipmentBinding.read(in), knownAt);
            }
            List<String> links = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                links.add(in.text());
            }
            return LinkMessage.linked(reference, links, knownAt);
        }

        @Override
        public TypeSerializerSnapshot<LinkMessage> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<LinkMessage> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<LinkMessage> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
