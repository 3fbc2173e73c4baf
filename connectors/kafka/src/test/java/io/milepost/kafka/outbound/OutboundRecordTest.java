package io.milepost.kafka.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.types.Bytes;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class OutboundRecordTest {

    private static final OutboundRecord FULL =
            new OutboundRecord(
                    "sla.alerts",
                    3,
                    new byte[] {1},
                    new byte[] {2, 3},
                    List.of(RecordHeader.text("h", "v"), new RecordHeader("none", null)),
                    1_700_000_000_123L);

    @Test
    void everyFieldSurvivesAChannel() {
        OutboundRecord tombstone = new OutboundRecord("t", 0, new byte[] {1}, null, List.of(), 0);

        assertThat(pass(FULL)).isEqualTo(FULL).isNotSameAs(FULL);
        assertThat(pass(tombstone)).isEqualTo(tombstone);
    }

    @Test
    void flinkFindsTheSerializerWithoutBeingTold() {
        assertThat(
                        TypeInformation.of(OutboundRecord.class)
                                .createSerializer(new SerializerConfigImpl()))
                .isInstanceOf(OutboundRecordSerializer.class);
    }

    @Test
    void theProducerGetsEveryFieldAndTheChosenPartition() {
        ProducerRecord<byte[], byte[]> record =
                new AlreadyEncoded(List.of("sla.alerts")).serialize(FULL, null, 5L);

        assertThat(record.topic()).isEqualTo("sla.alerts");
        assertThat(record.partition()).isEqualTo(3);
        assertThat(record.timestamp()).isEqualTo(1_700_000_000_123L);
        assertThat(record.key()).containsExactly(1);
        assertThat(record.value()).containsExactly(2, 3);
        assertThat(record.headers().toArray())
                .extracting(h -> new RecordHeader(h.key(), h.value()))
                .containsExactlyElementsOf(FULL.headers());
    }

    @Test
    void aRecordForATopicThatTheSinkDoesNotKnowIsRefused() {
        AlreadyEncoded serializer = new AlreadyEncoded(List.of("b", "a"));

        assertThatThrownBy(() -> serializer.serialize(FULL, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "sink: expected a record for one of [a, b] but found one for sla.alerts");
    }

    @Test
    void theSinkIsToldEveryTopicSoThatItFindsOpenTransactionsThere() {
        assertThat(
                        new AlreadyEncoded(List.of("b", "a"))
                                .getKafkaDatasetFacet()
                                .orElseThrow()
                                .getTopicIdentifier()
                                .getTopics())
                .containsExactly("a", "b");
    }

    @Test
    void negativePartitionsAndTimesAreRefused() {
        assertThatThrownBy(() -> new OutboundRecord("t", -1, new byte[0], null, List.of(), 0))
                .hasMessage("record for t: partition must be 0 or more but was -1");
        assertThatThrownBy(() -> new OutboundRecord("t", 0, new byte[0], null, List.of(), -1))
                .hasMessage("record for t: timestamp must be 0 or more but was -1 ms");
    }

    private static OutboundRecord pass(OutboundRecord record) {
        return Bytes.read(
                OutboundRecordSerializer.INSTANCE,
                Bytes.write(OutboundRecordSerializer.INSTANCE, record));
    }
}
