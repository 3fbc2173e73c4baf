package io.milepost.local.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.Envelope;
import io.milepost.events.TimeClassifier;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class FeedPublisherTest {

    private static final List<Topic<?>> TOPICS = List.of(Catalogue.CARRIER_EVENTS, Catalogue.BILLS);
    private static final int PARTITIONS = 4;
    private static final long HOUR = Micros.HOUR;

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(
                    cluster(), true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final EventEncoder encoder =
            (subject, value) -> subject.getBytes(StandardCharsets.UTF_8);

    @Test
    void everyEventGoesToThePartitionOfKafkasOwnPartitionerWithTheTimeItWasKnown()
            throws Exception {
        publish(Speed.MAX, HOUR, event("key-a", 5 * HOUR, 3 * HOUR + 1_999));

        ProducerRecord<byte[], byte[]> record = events().get(0);
        int expected =
                Utils.toPositive(Utils.murmur2("key-a".getBytes(StandardCharsets.UTF_8)))
                        % PARTITIONS;
        assertThat(record.partition()).isEqualTo(expected);
        assertThat(record.topic()).isEqualTo("t-carrier.events");
        assertThat(record.timestamp()).isEqualTo((3 * HOUR + 1_999) / 1_000);
        assertThat(record.value()).asString().isEqualTo("t-carrier.events-value");
    }

    @Test
    void everyPartitionOfEveryFactTopicGetsTheHeartbeatsAlsoWhereNoEventIs() throws Exception {
        FeedReport report = publish(Speed.MAX, HOUR, event("a", 5 * HOUR, 5 * HOUR));

        List<String> expected = new ArrayList<>();
        for (long promise : new long[] {5 * HOUR, 100 * HOUR}) {
            for (Topic<?> topic : TOPICS) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    expected.add("t-" + topic.name() + "-" + partition + "@" + promise);
                }
            }
        }
        assertThat(heartbeats()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(report).isEqualTo(new FeedReport(1, 16, 0, false));
    }

    @Test
    void noHeartbeatPromisesMoreThanTheNextEventsKnowledge() throws Exception {
        publish(
                Speed.MAX,
                HOUR,
                event("a", 5 * HOUR + 7, 5 * HOUR + 7),
                event("b", 5 * HOUR + 8, 5 * HOUR + 8),
                event("c", 9 * HOUR, 9 * HOUR),
                event("d", 9 * HOUR + 1, 9 * HOUR + 1));

        long promised = Long.MIN_VALUE;
        for (ProducerRecord<byte[], byte[]> record : producer.history()) {
            if (isHeartbeat(record)) {
                promised = promise(record);
            } else {
                assertThat(record.timestamp() * 1_000).isGreaterThanOrEqualTo(promised);
            }
        }
        assertThat(promises()).containsExactly(5 * HOUR, 9 * HOUR, 100 * HOUR);
    }

    @Test
    void eventsKnownBeforeAWrittenPromiseAreCounted() throws Exception {
        FeedReport report =
                publish(
                        Speed.MAX,
                        HOUR,
                        event("a", 5 * HOUR, 5 * HOUR),
                        event("b", 6 * HOUR, 4 * HOUR));

        assertThat(report.behindPromise()).isEqualTo(1);
    }

    @Test
    void aQuietNightAtAPaceHasEveryHeartbeatInItsTime() throws Exception {
        AtomicLong now = new AtomicLong();
        FeedPublisher publisher =
                new FeedPublisher(
                        settings(new Speed(3_600), HOUR, 13 * HOUR),
                        encoder,
                        producer,
                        () -> now.getAndAdd(100_000_000L));
        publisher.publish(List.of(event("a", 10 * HOUR, 10 * HOUR)).iterator());

        assertThat(promises()).containsExactly(10 * HOUR, 11 * HOUR, 12 * HOUR, 13 * HOUR);
        assertThat(now.get()).isBetween(3_000_000_000L, 4_500_000_000L);
    }

    @Test
    void anEventBeforeKafkasFirstTimeIsSentWithThatTimeAndMovesNoClock() throws Exception {
        publish(Speed.MAX, HOUR, event("a", -5 * HOUR, -5 * HOUR), event("b", HOUR, HOUR));

        assertThat(events()).extracting(ProducerRecord::timestamp).startsWith(0L);
        assertThat(promises()).containsExactly(HOUR, 100 * HOUR);
    }

    @Test
    void aRecordThatTheBrokerRefusesFailsTheFeedAndIsNamed() {
        producer.sendException = new org.apache.kafka.common.errors.RecordTooLargeException("big");

        assertThatThrownBy(() -> publish(Speed.MAX, HOUR, event("key-a", HOUR, HOUR)))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("was not taken by t-carrier.events-")
                .hasMessageEndingWith("big");
    }

    @Test
    void anUnsortedFeedIsRefused() {
        assertThatThrownBy(
                        () ->
                                publish(
                                        Speed.MAX,
                                        HOUR,
                                        event("a", 2 * HOUR, 2 * HOUR),
                                        event("b", HOUR, HOUR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "feed: events must be sorted by atMicros, but b at 3600000000 came after"
                                + " 7200000000");
    }

    @Test
    void aCancelledFeedEndsWithoutTheFinalHeartbeat() throws Exception {
        FeedPublisher publisher = publisher(Speed.MAX, HOUR);
        publisher.cancel();

        FeedReport report = publisher.publish(List.of(event("a", HOUR, HOUR)).iterator());

        assertThat(report.cancelled()).isTrue();
        assertThat(report.events()).isZero();
        assertThat(promises()).doesNotContain(100 * HOUR);
    }

    @Test
    void theClockCanBeKeptGoingAfterTheEndButNeverBackwards() throws Exception {
        FeedPublisher publisher = publisher(Speed.MAX, HOUR);
        publisher.publish(List.of(event("a", HOUR, HOUR)).iterator());
        publisher.heartbeat(101 * HOUR);
        publisher.heartbeat(99 * HOUR);

        assertThat(promises()).containsExactly(HOUR, 100 * HOUR, 101 * HOUR);
        assertThat(publisher.progress()).isEqualTo(new FeedProgress(1, HOUR));
    }

    private FeedReport publish(Speed speed, long every, TimedEvent... events)
            throws InterruptedException {
        return publisher(speed, every).publish(List.of(events).iterator());
    }

    private FeedPublisher publisher(Speed speed, long every) {
        return new FeedPublisher(
                settings(speed, every, 100 * HOUR), encoder, producer, System::nanoTime);
    }

    private static FeedSettings settings(Speed speed, long every, long end) {
        return new FeedSettings(Map.of(), "t-", TOPICS, "replay", speed, every, end);
    }

    private static TimedEvent event(String key, long at, long knownAt) {
        Instant known = Micros.toInstant(knownAt);
        Envelope envelope =
                new Envelope(key, "test", "demo", "1", null, known, known, known, List.of(), null);
        CarrierEvent value =
                new CarrierEvent(
                        envelope, CarrierStatus.ARRIVED, TimeClassifier.ACTUAL, null, null, null);
        return new TimedEvent(Catalogue.CARRIER_EVENTS, key, value, null, at, knownAt);
    }

    private List<ProducerRecord<byte[], byte[]>> events() {
        return producer.history().stream().filter(record -> !isHeartbeat(record)).toList();
    }

    private List<String> heartbeats() {
        return producer.history().stream()
                .filter(FeedPublisherTest::isHeartbeat)
                .map(r -> r.topic() + "-" + r.partition() + "@" + promise(r))
                .toList();
    }

    private List<Long> promises() {
        return producer.history().stream()
                .filter(FeedPublisherTest::isHeartbeat)
                .map(FeedPublisherTest::promise)
                .distinct()
                .toList();
    }

    private static boolean isHeartbeat(ProducerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(Catalogue.HEARTBEAT_HEADER) != null;
    }

    private static long promise(ProducerRecord<byte[], byte[]> record) {
        byte[] value = record.headers().lastHeader(Catalogue.HEARTBEAT_HEADER).value();
        return Long.parseLong(new String(value, StandardCharsets.UTF_8));
    }

    private static Cluster cluster() {
        Node node = new Node(0, "localhost", 9092);
        Node[] nodes = {node};
        List<PartitionInfo> partitions = new ArrayList<>();
        for (Topic<?> topic : TOPICS) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                partitions.add(
                        new PartitionInfo("t-" + topic.name(), partition, node, nodes, nodes));
            }
        }
        return new Cluster("test", List.of(node), partitions, Set.of(), Set.of());
    }
}
