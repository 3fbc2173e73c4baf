package io.milepost.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.types.Bytes;
import io.milepost.schemas.Catalogue;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;

class InboundRecordTest {

    private static final InboundRecord FULL =
            new InboundRecord(
                    "supplier.events",
                    3,
                    1L << 40,
                    1_700_000_000_123L,
                    new byte[] {1, 2},
                    new byte[] {0, -1, 3},
                    List.of(
                            RecordHeader.text(Catalogue.HEARTBEAT_HEADER, "17"),
                            new RecordHeader("ü" + "n".repeat(40_000), new byte[0]),
                            new RecordHeader("none", null)));

    @Test
    void everyFieldSurvivesAChannel() {
        InboundRecord read = pass(FULL);

        assertThat(read).isEqualTo(FULL).isNotSameAs(FULL);
        assertThat(read.heartbeatMicros()).isEqualTo(17);
    }

    @Test
    void absentKeyAndValueAreNotEmptyOnes() {
        InboundRecord tombstone = new InboundRecord("t", 0, 0, -1, null, null, List.of());
        InboundRecord empty = new InboundRecord("t", 0, 0, -1, new byte[0], new byte[0], List.of());

        assertThat(pass(tombstone)).isEqualTo(tombstone).isNotEqualTo(empty);
        assertThat(pass(empty)).isEqualTo(empty);
    }

    @Test
    void flinkFindsTheSerializerWithoutBeingTold() {
        assertThat(
                        TypeInformation.of(InboundRecord.class)
                                .createSerializer(new SerializerConfigImpl()))
                .isInstanceOf(InboundRecordSerializer.class);
    }

    @Test
    void theBytesOfARecordAreThoseOfTheFirstRelease() {
        InboundRecord record =
                new InboundRecord(
                        "t", 1, 2, 3, null, new byte[] {9}, List.of(new RecordHeader("h", null)));

        assertThat(Bytes.write(InboundRecordSerializer.INSTANCE, record))
                .asHexString()
                .isEqualTo(
                        "0000000174"
                                + "00000001"
                                + "0000000000000002"
                                + "0000000000000003"
                                + "FFFFFFFF"
                                + "0000000109"
                                + "00000001"
                                + "0000000168"
                                + "FFFFFFFF");
    }

    @Test
    void aRecordWithoutAHeartbeatHasNoPromise() {
        InboundRecord record = new InboundRecord("t", 1, 2, 3, null, null, List.of());

        assertThatThrownBy(record::heartbeatMicros)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("t/1/2: heartbeat time was asked of a record without one");
    }

    @Test
    void aRecordInALogShowsItsPlaceAndNotItsPayload() {
        assertThat(FULL).hasToString("supplier.events/3/1099511627776(3 bytes)");
    }

    private static InboundRecord pass(InboundRecord record) {
        return Bytes.read(
                InboundRecordSerializer.INSTANCE,
                Bytes.write(InboundRecordSerializer.INSTANCE, record));
    }
}
