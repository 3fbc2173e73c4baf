package io.milepost.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.RecordHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class InboundSourceTest {

    private static final KafkaConnection LOCAL = KafkaConnection.plain("localhost:9092", "");

    @Test
    void aRecordKeepsItsBytesAddressTimeAndHeadersInTheirOrder() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("a", new byte[] {1});
        headers.add("b", null);
        headers.add("a", new byte[] {2});
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(
                        "odoo.bills",
                        2,
                        99L,
                        1234L,
                        TimestampType.CREATE_TIME,
                        1,
                        1,
                        new byte[] {7},
                        new byte[] {8},
                        headers,
                        Optional.empty());
        List<InboundRecord> out = new ArrayList<>();

        new AsTheyLie().deserialize(record, new ListCollector<>(out));

        assertThat(out)
                .containsExactly(
                        new InboundRecord(
                                "odoo.bills",
                                2,
                                99,
                                1234,
                                new byte[] {7},
                                new byte[] {8},
                                List.of(
                                        new RecordHeader("a", new byte[] {1}),
                                        new RecordHeader("b", null),
                                        new RecordHeader("a", new byte[] {2}))));
    }

    @Test
    void theSourceOfAJobHasNoEndAndTheOneForReadingUpHasOne() {
        KafkaSource<InboundRecord> endless =
                InboundSource.of(LOCAL, List.of("odoo.bills"), "milestones");
        KafkaSource<InboundRecord> bounded =
                InboundSource.bounded(LOCAL, List.of("sla.policies"), "policies");

        assertThat(endless.getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
        assertThat(bounded.getBoundedness()).isEqualTo(Boundedness.BOUNDED);
        assertThat(endless.getProducedType()).isEqualTo(InboundRecordTypeInfo.INSTANCE);
    }
}
