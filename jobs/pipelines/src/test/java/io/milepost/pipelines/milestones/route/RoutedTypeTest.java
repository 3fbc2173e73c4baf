package io.milepost.pipelines.milestones.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.TimeClassifier;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordSerializer;
import io.milepost.kafka.types.Fields;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.schemas.Catalogue;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.Version;
import java.util.Set;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class RoutedTypeTest {

    private static final InboundRecord RECORD =
            Bench.record(Catalogue.ORDER_LINES, Events.order(4201, "2026-02-01"));

    private final TypeSerializer<Routed> serializer =
            RoutedType.INSTANCE.createSerializer(new SerializerConfigImpl());

    @Test
    void comesBackWithItsTurnAndItsNotices() throws Exception {
        assertComesBack(new Routed("main/1/42/4201", RECORD, false, 3));
        assertComesBack(new Routed("main/1/42/4201", RECORD, false, 2, Set.of("n1", "n2")));
    }

    private void assertComesBack(Routed routed) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(routed, out);

        assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(routed);
    }

    @Test
    void isReadFromTheFirstFormatWhichHadNoTurn() throws Exception {
        DataOutputSerializer out = begun();

        assertThat(read(1, out)).isEqualTo(new Routed("main/1/42/4201", RECORD, true, 0));
    }

    @Test
    void isReadFromTheSecondFormatWhichHadNoNotices() throws Exception {
        DataOutputSerializer out = begun();
        out.writeInt(2);

        assertThat(read(2, out)).isEqualTo(new Routed("main/1/42/4201", RECORD, true, 2));
    }

    /** What the first and the second begin with. */
    private static DataOutputSerializer begun() throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        Fields.writeText("main/1/42/4201", out);
        InboundRecordSerializer.INSTANCE.serialize(RECORD, out);
        out.writeBoolean(true);
        return out;
    }

    private Routed read(int format, DataOutputSerializer bytes) throws Exception {
        DataOutputSerializer snapshot = new DataOutputSerializer(8);
        snapshot.writeInt(format);
        RoutedType.Snapshot old = new RoutedType.Snapshot();
        old.readSnapshot(
                1,
                new DataInputDeserializer(snapshot.getCopyOfBuffer()),
                getClass().getClassLoader());
        assertThat(
                        serializer
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(old)
                                .isCompatibleAfterMigration())
                .isTrue();
        return old.restoreSerializer()
                .deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));
    }

    @Test
    void onlyCarriersAreTakenBack() {
        CarrierFact fact =
                new CarrierFact(
                        new FactHeader("carrier/c", Version.of(1), "c", 1, 1, 1, null),
                        CarrierStatus.DELIVERED,
                        TimeClassifier.ACTUAL,
                        2);

        assertThat(new Routed("k", RECORD, false, 1).said(fact))
                .isInstanceOfSatisfying(
                        CarrierFact.class,
                        said -> assertThat(said.status()).isEqualTo(CarrierStatus.UNKNOWN));
        assertThat(new Routed("k", RECORD, false, 1).gives()).isFalse();
        assertThat(new Routed("k", RECORD).said(fact)).isSameAs(fact);
    }
}
