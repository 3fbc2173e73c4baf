package io.milepost.kafka.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.milepost.events.Interchange;
import io.milepost.events.InterchangeSummary;
import io.milepost.events.PartnerInbound;
import io.milepost.kafka.RecordHeader;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.TrustedEvents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class DirectWriterTest {

    private static final String PREFIX = "test.";
    private static final String TOPIC = Catalogue.PARTNER_INBOUND.in(PREFIX);

    private final BrokerTimeProducer producer = new BrokerTimeProducer(TOPIC, 2, false);

    @Test
    void aRecordIsThereWhenTheBrokerSaysSo() throws Exception {
        DirectWriter<PartnerInbound> writer = writer(true);
        producer.brokerTime(5_000);
        CompletableFuture<Written> written =
                writer.write("a/b", piece(), List.of(RecordHeader.text("h", "v")));

        assertThat(written).isNotDone();
        producer.completeNext();
        assertThat(written.join().timestampMillis()).isEqualTo(5_000);
        ProducerRecord<byte[], byte[]> record = producer.history().get(0);
        assertThat(record.topic()).isEqualTo(TOPIC);
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("a/b");
        assertThat(record.timestamp()).as("the broker's time counts").isNull();
        assertThat(record.headers().lastHeader("h").value()).isEqualTo(new byte[] {'v'});
    }

    @Test
    void aRecordThatTheBrokerDoesNotTakeIsNotThere() throws Exception {
        CompletableFuture<Written> written = writer(true).write("a", piece(), List.of());
        producer.errorNext(new TimeoutException("no answer"));

        assertThatThrownBy(written::join).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aSchemaThatTheRegistryDoesNotHaveIsNoReasonToWrite() throws Exception {
        CompletableFuture<Written> written = writer(false).write("a", piece(), List.of());

        assertThatThrownBy(written::join).hasMessageContaining("test.partner.inbound-value");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aHeartbeatPromisesWhenTheBrokerTookTheOneBeforeIt() throws Exception {
        BrokerTimeProducer at = new BrokerTimeProducer(TOPIC, 2, true);
        try (BrokerClock clock =
                new BrokerClock(
                        new DirectWriter<>(at, registry(true), Catalogue.PARTNER_INBOUND, PREFIX),
                        "intake")) {
            at.brokerTime(7_000);
            clock.beat().join();
            at.brokerTime(9_000);
            clock.beat().join();
            at.brokerTime(8_000);
            clock.beat().join();
            clock.beat().join();
        }

        assertThat(promises(at, 0)).containsExactly("0", "7000000", "9000000", "9000000");
        assertThat(promises(at, 1)).containsExactly("0", "7000000", "9000000", "9000000");
    }

    @Test
    void aHeartbeatThatWasNotTakenPromisesNothing() throws Exception {
        try (BrokerClock clock = new BrokerClock(writer(true), "intake")) {
            producer.brokerTime(7_000);
            CompletableFuture<Void> first = clock.beat();
            producer.errorNext(new TimeoutException("no answer"));
            producer.completeNext();
            assertThat(first).isCompletedExceptionally();
            CompletableFuture<Void> unused = clock.beat();
        }

        assertThat(promises(producer, 0)).containsExactly("0", "0");
        assertThat(promises(producer, 1)).containsExactly("0", "7000000");
    }

    private static List<String> promises(BrokerTimeProducer producer, int partition) {
        return producer.history().stream()
                .filter(record -> record.partition() == partition)
                .map(record -> record.headers().lastHeader(Catalogue.HEARTBEAT_HEADER).value())
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .toList();
    }

    private DirectWriter<PartnerInbound> writer(boolean registered) throws Exception {
        return new DirectWriter<>(
                producer, registry(registered), Catalogue.PARTNER_INBOUND, PREFIX);
    }

    private static MockSchemaRegistryClient registry(boolean registered) throws Exception {
        MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        registry.register(Catalogue.HEARTBEAT_SUBJECT, new AvroSchema(Catalogue.heartbeatSchema()));
        if (registered) {
            registry.register(
                    Catalogue.PARTNER_INBOUND.subject(PREFIX),
                    new AvroSchema(Catalogue.PARTNER_INBOUND.schema()));
        }
        return registry;
    }

    private static PartnerInbound piece() {
        TrustedEvents.trust();
        return PartnerInbound.newBuilder()
                .setReceiptId("r")
                .setProfile("northwind")
                .setOriginalSha256("0")
                .setOriginalLength(1)
                .setInterchange(new Interchange())
                .setBody(InterchangeSummary.newBuilder().build())
                .build();
    }
}
