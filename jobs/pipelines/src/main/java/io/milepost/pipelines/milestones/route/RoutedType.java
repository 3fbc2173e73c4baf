package io.milepost.pipelines.milestones.route;

import io.milepost.kafka.inbound.InboundRecordSerializer;
import io.milepost.kafka.types.Fields;
import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link Routed}. */
public final class RoutedType extends RecordTypeInfo<Routed> {

    /** The one type. */
    public static final RoutedType INSTANCE = new RoutedType();

    private static final long serialVersionUID = 1L;

    private RoutedType() {
        super(Routed.class, Serializer.INSTANCE);
    }

    /** Byte format: the key, the record, whether it counts, the turn, then the ship notices. */
    public static final class Serializer extends ImmutableRecordSerializer<Routed> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Routed routed, DataOutputView target) throws IOException {
            Fields.writeText(routed.key(), target);
            InboundRecordSerializer.INSTANCE.serialize(routed.record(), target);
            target.writeBoolean(routed.counted());
            target.writeInt(routed.turn());
            target.writeInt(routed.notices().size());
            for (String notice : new TreeSet<>(routed.notices())) {
                Fields.writeText(notice, target);
            }
        }

        @Override
        public Routed deserialize(DataInputView source) throws IOException {
            Routed routed = SecondFormat.read(source);
            int count = source.readInt();
            if (count == 0) {
                return routed;
            }
            Set<String> notices = new HashSet<>();
            for (int i = 0; i < count; i++) {
                notices.add(Fields.readText(source));
            }
            return new Routed(
                    routed.key(), routed.record(), routed.counted(), routed.turn(), notices);
        }

        @Override
        public TypeSerializerSnapshot<Routed> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** Reads the second byte format, which had no ship notices. */
    public static final class SecondFormat extends ImmutableRecordSerializer<Routed> {

        static final SecondFormat INSTANCE = new SecondFormat();

        private static final long serialVersionUID = 1L;

        private static Routed read(DataInputView source) throws IOException {
            return new Routed(
                    Fields.readText(source),
                    InboundRecordSerializer.INSTANCE.deserialize(source),
                    source.readBoolean(),
                    source.readInt());
        }

        @Override
        public void serialize(Routed routed, DataOutputView target) throws IOException {
            FirstFormat.INSTANCE.serialize(routed, target);
            target.writeInt(routed.turn());
        }

        @Override
        public Routed deserialize(DataInputView source) throws IOException {
            return read(source);
        }

        @Override
        public TypeSerializerSnapshot<Routed> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** Reads the first byte format, which had no turn. */
    public static final class FirstFormat extends ImmutableRecordSerializer<Routed> {

        static final FirstFormat INSTANCE = new FirstFormat();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Routed routed, DataOutputView target) throws IOException {
            Fields.writeText(routed.key(), target);
            InboundRecordSerializer.INSTANCE.serialize(routed.record(), target);
            target.writeBoolean(routed.counted());
        }

        @Override
        public Routed deserialize(DataInputView source) throws IOException {
            return new Routed(
                    Fields.readText(source),
                    InboundRecordSerializer.INSTANCE.deserialize(source),
                    source.readBoolean());
        }

        @Override
        public TypeSerializerSnapshot<Routed> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<Routed> {

        /** For Flink. */
        public Snapshot() {
            super(3);
        }

        @Override
        protected TypeSerializer<Routed> serializer(int format) {
            return switch (format) {
                case 1 -> FirstFormat.INSTANCE;
                case 2 -> SecondFormat.INSTANCE;
                default -> Serializer.INSTANCE;
            };
        }
    }
}
