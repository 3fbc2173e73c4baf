package io.milepost.kafka.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.milepost.events.DeliveryStage;
import io.milepost.events.PartnerDelivery;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.TrustedEvents;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaimedWriterTest {

    private static final String TOO_LARGE = "too large";

    private final Broker broker = new Broker();
    private final ClaimedWriter<PartnerDelivery> writer = writer(broker);

    /** A broker that can be slow, and refuses one record. */
    private static final class Broker extends MockProducer<byte[], byte[]> {

        private final CountDownLatch commits = new CountDownLatch(1);
        private volatile boolean waits;
        private volatile int timeouts;

        Broker() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            initTransactions();
        }

        @Override
        public Future<RecordMetadata> send(
                ProducerRecord<byte[], byte[]> record, Callback callback) {
            if (new String(record.key(), StandardCharsets.UTF_8).equals(TOO_LARGE)) {
                throw new RecordTooLargeException(TOO_LARGE);
            }
            return super.send(record, callback);
        }

        @Override
        public void commitTransaction() {
            if (waits) {
                awaitRelease();
            }
            if (timeouts > 0) {
                timeouts--;
                throw new TimeoutException("no answer yet");
            }
            super.commitTransaction();
        }

        private void awaitRelease() {
            try {
                assertThat(commits.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        List<String> keys() {
            return history().stream()
                    .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                    .toList();
        }
    }

    @AfterEach
    void closed() throws Exception {
        writer.close();
    }

    @Test
    void aRecordIsThereWhenItIsCommitted() throws Exception {
        broker.waits = true;
        CompletableFuture<Void> written = writer.write("d1", entry());

        assertThat(written).isNotDone();
        broker.commits.countDown();
        await(written);
        assertThat(broker.keys()).containsExactly("d1");
        assertThat(broker.history().get(0).topic()).isEqualTo("test.partner.deliveries");
    }

    @Test
    void whatComesMeanwhileIsCommittedTogether() throws Exception {
        broker.waits = true;
        CompletableFuture<Void> first = writer.write("d1", entry());
        CompletableFuture<Void> second = writer.write("d2", entry());
        CompletableFuture<Void> third = writer.write("d3", entry());
        broker.commits.countDown();

        await(CompletableFuture.allOf(first, second, third));
        assertThat(broker.keys()).containsExactly("d1", "d2", "d3");
        assertThat(broker.commitCount()).isLessThanOrEqualTo(2);
    }

    @Test
    void oneThatIsNotTakenKeepsTheOthersBackNoLonger() throws Exception {
        broker.waits = true;
        CompletableFuture<Void> first = writer.write("d1", entry());
        CompletableFuture<Void> second = writer.write("d2", entry());
        CompletableFuture<Void> refused = writer.write(TOO_LARGE, entry());
        CompletableFuture<Void> third = writer.write("d3", entry());
        broker.commits.countDown();

        await(CompletableFuture.allOf(first, second, third));
        assertThatThrownBy(() -> await(refused)).hasCauseInstanceOf(RecordTooLargeException.class);
        assertThat(broker.keys()).containsExactly("d1", "d2", "d3");
    }

    @Test
    void anAnswerThatIsLateIsAskedForAgain() throws Exception {
        broker.timeouts = 2;
        await(writer.write("d1", entry()));

        assertThat(broker.keys()).containsExactly("d1");
    }

    @Test
    void nothingIsThereOnceSomebodyElseHasTheClaim() throws Exception {
        await(writer.write("d1", entry()));
        broker.fenceProducer();

        assertThatThrownBy(() -> await(writer.write("d2", entry())))
                .cause()
                .isInstanceOf(ClaimLostException.class)
                .hasMessageStartingWith(
                        "test/claim/1/0-of-1: expected to be the only writer but the broker takes"
                                + " nothing more from it")
                .hasCauseInstanceOf(ProducerFencedException.class);
        assertThatThrownBy(() -> await(writer.write("d3", entry())))
                .hasCauseInstanceOf(ClaimLostException.class);
        assertThat(broker.keys()).containsExactly("d1");
    }

    private static void await(CompletableFuture<Void> written) throws Exception {
        written.get(30, TimeUnit.SECONDS);
    }

    private static ClaimedWriter<PartnerDelivery> writer(Broker broker) {
        TrustedEvents.trust();
        MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        try {
            registry.register(
                    Catalogue.PARTNER_DELIVERIES.subject("test."),
                    new AvroSchema(Catalogue.PARTNER_DELIVERIES.schema()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return new ClaimedWriter<>(
                new Claim("test", 1).id(0, 1),
                broker,
                registry,
                Catalogue.PARTNER_DELIVERIES,
                "test.");
    }

    private static PartnerDelivery entry() {
        return PartnerDelivery.newBuilder()
                .setDocumentId("d")
                .setStage(DeliveryStage.INTENDED)
                .setInstance("test")
                .setCompany("1")
                .setPartner("502")
                .setProfile("p502")
                .setProfileVersion(1)
                .setMessageType("850")
                .setControlNumber(1)
                .setOrderId(1)
                .setOrderName("P1")
                .setLines(List.of())
                .setAt(Instant.EPOCH)
                .setPayload(ByteBuffer.allocate(0))
                .build();
    }
}
