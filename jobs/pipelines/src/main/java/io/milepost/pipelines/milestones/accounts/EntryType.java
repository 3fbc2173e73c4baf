package io.milepost.pipelines.milestones.accounts;

import io.milepost.kafka.types.Fields;
import io.milepost.kafka.types.FormatSnapshot;
import io.milepost.kafka.types.ImmutableRecordSerializer;
import io.milepost.kafka.types.RecordTypeInfo;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Flink type of {@link Entry}. */
public final class EntryType extends RecordTypeInfo<Entry> {

    /** The one type. */
    public static final EntryType INSTANCE = new EntryType();

    private static final long serialVersionUID = 1L;

    private EntryType() {
        super(Entry.class, Serializer.INSTANCE);
    }

    /** Byte format: the topic, then the kind. */
    public static final class Serializer extends ImmutableRecordSerializer<Entry> {

        static final Serializer INSTANCE = new Serializer();

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Entry entry, DataOutputView target) throws IOException {
            Fields.writeText(entry.topic(), target);
            Fields.writeText(entry.kind().name(), target);
        }

        @Override
        public Entry deserialize(DataInputView source) throws IOException {
            return new Entry(Fields.readText(source), Entry.Kind.valueOf(Fields.readText(source)));
        }

        @Override
        public TypeSerializerSnapshot<Entry> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What savepoints remember of the serializer. Public for Flink. */
    public static final class Snapshot extends FormatSnapshot<Entry> {

        /** For Flink. */
        public Snapshot() {
            super(1);
        }

        @Override
        protected TypeSerializer<Entry> serializer(int format) {
            return Serializer.INSTANCE;
        }
    }
}
