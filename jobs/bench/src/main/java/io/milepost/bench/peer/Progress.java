package io.milepost.bench.peer;

import io.milepost.kafka.KafkaConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** How many records are left to read. Topics are read from their beginnings. */
final class Progress {

    private final AtomicLong left;
    private final Runnable ended;

    private Progress(long records, Runnable ended) {
        this.left = new AtomicLong(records);
        this.ended = ended;
    }

    /** To the ends of topics as they are now. */
    static Progress toEndsOf(KafkaConnection kafka, List<String> topics, Runnable ended) {
        try (Admin admin = kafka.openAdmin()) {
            Map<TopicPartition, OffsetSpec> asked =
                    admin
                            .describeTopics(topics)
                            .allTopicNames()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join()
                            .values()
                            .stream()
                            .flatMap(Progress::partitions)
                            .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
            return new Progress(
                    admin
                            .listOffsets(asked)
                            .all()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join()
                            .values()
                            .stream()
                            .mapToLong(ListOffsetsResultInfo::offset)
                            .sum(),
                    ended);
        }
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(p -> new TopicPartition(topic.name(), p.partition()));
    }

    /** One record was read. */
    void one() {
        if (left.decrementAndGet() == 0) {
            ended.run();
        }
    }

    @Override
    public String toString() {
        return left + " records are left";
    }
}
