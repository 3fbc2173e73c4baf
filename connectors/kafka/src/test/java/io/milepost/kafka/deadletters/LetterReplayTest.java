package io.milepost.kafka.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.inbound.FirstKnown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class LetterReplayTest {

    @Test
    void theRecordIsMadeAgainAsItWas() throws Exception {
        MockProducer<byte[], byte[]> producer = producer(4, true);
        try (LetterReplay replay = new LetterReplay(producer, "p.")) {
            replay.send(
                    letter(
                            RecordHeader.text("traceparent", "00-1"),
                            RecordHeader.text("milepost-heartbeat", "7"),
                            RecordHeader.text("milepost-replayed-from", "older/0/1"),
                            RecordHeader.text("__connect.errors.topic", "t")));
            assertThat(replay.await()).isEqualTo(1);
        }

        ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo("p.odoo.receipts");
        assertThat(sent.partition()).isEqualTo(2);
        assertThat(sent.timestamp()).isEqualTo(1_773_846_262_000L);
        assertThat(sent.key()).containsExactly(1);
        assertThat(sent.value()).containsExactly(0, 0, 7);
        List<String> headers = new ArrayList<>();
        for (Header header : sent.headers()) {
            headers.add(header.key() + "=" + new RecordHeader("", header.value()).text());
        }
        assertThat(headers)
                .containsExactly(
                        "traceparent=00-1", "milepost-replayed-from=p.odoo.receipts/2/1187");
    }

    @Test
    void whereTheBrokerGivesTheTimeAHeaderKeepsTheFirst() throws Exception {
        MockProducer<byte[], byte[]> producer = producer(4, true);
        DeadLetter inbound =
                DeadLetter.newBuilder(letter().content()).setTopic("p.partner.inbound").build();
        try (LetterReplay replay = new LetterReplay(producer, "p.")) {
            replay.send(new Letter(inbound, List.of()));
            replay.send(new Letter(inbound, List.of(RecordHeader.text(FirstKnown.HEADER, "1000"))));
        }

        assertThat(producer.history())
                .extracting(r -> r.headers().lastHeader("milepost-known-at").value())
                .extracting(value -> new RecordHeader("", value).text())
                .containsExactly("1773846262000", "1000");
    }

    @Test
    void aRecordThatWasNotKeptIsRefused() {
        try (LetterReplay replay = new LetterReplay(producer(4, true), "p.")) {
            Letter letter =
                    new Letter(
                            DeadLetter.newBuilder(letter().content())
                                    .setValue(null)
                                    .setValueLength(600_000)
                                    .setValueSha256("ab")
                                    .build(),
                            List.of());

            assertThatThrownBy(() -> replay.send(letter))
                    .hasMessage(
                            "p.odoo.receipts/2/1187: its value of 600000 bytes was too long to be"
                                    + " kept");
        }
    }

    @Test
    void aPartitionThatIsNoLongerThereIsNamed() {
        try (LetterReplay replay = new LetterReplay(producer(2, true), "p.")) {
            assertThatThrownBy(() -> replay.send(letter()))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "p.odoo.receipts/2/1187: expected its partition but found 2"
                                    + " partitions");
        }
    }

    @Test
    void whatTheBrokersRefuseIsNotCounted() throws Exception {
        MockProducer<byte[], byte[]> producer = producer(4, false);
        try (LetterReplay replay = new LetterReplay(producer, "p.")) {
            replay.send(letter());
            producer.errorNext(new RecordTooLargeException("too large"));
            replay.send(letter());

            assertThatThrownBy(replay::await)
                    .hasMessage(
                            "replay: expected the brokers to take 2 records but they took 1: too"
                                    + " large");
        }
    }

    private static Letter letter(RecordHeader... headers) {
        return new Letter(Samples.letter(RejectReason.UNMATCHED, "").build(), List.of(headers));
    }

    private static MockProducer<byte[], byte[]> producer(int partitions, boolean answers) {
        Node node = new Node(0, "localhost", 9092);
        List<PartitionInfo> infos = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            for (String topic : List.of("p.odoo.receipts", "p.partner.inbound")) {
                infos.add(new PartitionInfo(topic, i, node, new Node[] {node}, new Node[] {node}));
            }
        }
        Cluster cluster =
                new Cluster("c", List.of(node), infos, java.util.Set.of(), java.util.Set.of());
        return new MockProducer<>(
                cluster, answers, null, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
