package io.milepost.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicReadingTest {

    private static final TopicPartition FIRST = new TopicPartition("t", 0);
    private static final TopicPartition SECOND = new TopicPartition("t", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> read = new ArrayList<>();

    @Test
    void everyRecordUpToTheEndIsRead() throws Exception {
        topic(2);
        consumer.updateBeginningOffsets(Map.of(FIRST, 3L, SECOND, 0L));
        consumer.updateEndOffsets(Map.of(FIRST, 5L, SECOND, 1L));
        consumer.schedulePollTask(() -> add(0, 3));
        consumer.schedulePollTask(() -> add(1, 0));
        consumer.schedulePollTask(() -> add(0, 4));

        TopicReading.read(consumer, "t", record -> read.add(record.address()));

        assertThat(read).containsExactly("t/0/3", "t/1/0", "t/0/4");
    }

    @Test
    void whatComesAfterTheEndIsNotRead() throws Exception {
        topic(1);
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L));
        consumer.updateEndOffsets(Map.of(FIRST, 1L));
        consumer.schedulePollTask(
                () -> {
                    add(0, 0);
                    add(0, 1);
                });

        TopicReading.read(consumer, "t", record -> read.add(record.address()));

        assertThat(read).containsExactly("t/0/0");
    }

    @Test
    void anEmptyTopicIsReadAtOnce() throws Exception {
        topic(1);
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L));
        consumer.updateEndOffsets(Map.of(FIRST, 0L));

        TopicReading.read(consumer, "t", record -> read.add(record.address()));

        assertThat(read).isEmpty();
    }

    @Test
    void aTopicThatIsNotThereIsNamed() {
        consumer.updatePartitions("t", List.of());

        assertThatThrownBy(() -> TopicReading.read(consumer, "t", record -> read.add("")))
                .isInstanceOf(IOException.class)
                .hasMessage("topic t: expected to exist but found none");
    }

    private void topic(int partitions) {
        Node node = new Node(0, "localhost", 9092);
        List<PartitionInfo> infos = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            infos.add(new PartitionInfo("t", i, node, new Node[] {node}, new Node[] {node}));
        }
        consumer.updatePartitions("t", infos);
    }

    private void add(int partition, long offset) {
        consumer.addRecord(new ConsumerRecord<>("t", partition, offset, new byte[0], new byte[0]));
    }
}
