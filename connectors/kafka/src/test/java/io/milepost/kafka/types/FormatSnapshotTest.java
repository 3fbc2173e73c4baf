package io.milepost.kafka.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordSerializer;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class FormatSnapshotTest {

    @Test
    void aSnapshotOfTodayIsReadAsItIs() throws IOException {
        TypeSerializerSnapshot<InboundRecord> today =
                InboundRecordSerializer.INSTANCE.snapshotConfiguration();

        TypeSerializerSnapshot<InboundRecord> restored =
                restore(today, new InboundRecordSerializer.Snapshot());

        assertThat(today.resolveSchemaCompatibility(restored).isCompatibleAsIs()).isTrue();
        assertThat(restored.restoreSerializer()).isEqualTo(InboundRecordSerializer.INSTANCE);
    }

    @Test
    void stateOfAnOlderFormatIsMigratedAndOfANewerOneRefused() {
        Numbered older = new Numbered(1);
        Numbered newer = new Numbered(2);

        assertThat(newer.resolveSchemaCompatibility(older).isCompatibleAfterMigration()).isTrue();
        assertThat(older.resolveSchemaCompatibility(newer).isIncompatible()).isTrue();
    }

    @Test
    void stateOfAnotherClassIsRefused() {
        TypeSerializerSnapshot<OutboundRecord> other =
                OutboundRecordSerializer.INSTANCE.snapshotConfiguration();

        assertThat(
                        new Numbered(1)
                                .resolveSchemaCompatibility(new InboundRecordSerializer.Snapshot())
                                .isIncompatible())
                .isTrue();
        assertThat(other.getCurrentVersion()).isEqualTo(1);
    }

    @Test
    void aSnapshotOfAnUnknownVersionIsRefusedByName() {
        assertThatThrownBy(
                        () ->
                                new Numbered(1)
                                        .readSnapshot(
                                                7,
                                                new DataInputDeserializer(new byte[4]),
                                                getClass().getClassLoader()))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("Numbered: snapshot version must be 1 but was 7");
    }

    private static <T> TypeSerializerSnapshot<T> restore(
            TypeSerializerSnapshot<T> written, TypeSerializerSnapshot<T> empty) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        written.writeSnapshot(out);
        empty.readSnapshot(
                written.getCurrentVersion(),
                new DataInputDeserializer(out.getCopyOfBuffer()),
                FormatSnapshotTest.class.getClassLoader());
        return empty;
    }

    private static final class Numbered extends FormatSnapshot<InboundRecord> {

        Numbered(int newestFormat) {
            super(newestFormat);
        }

        @Override
        protected TypeSerializer<InboundRecord> serializer(int format) {
            return InboundRecordSerializer.INSTANCE;
        }
    }
}
