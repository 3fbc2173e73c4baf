package io.milepost.kafka.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class PartitionsTest {

    private static final long SEED = 20261125;

    @Test
    void aKeyLiesWhereKafkasDefaultPartitionerPutsIt() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            byte[] key = new byte[random.nextInt(40)];
            random.nextBytes(key);
            int partitions = 1 + random.nextInt(60);

            assertThat(Partitions.of(key, partitions))
                    .as("seed %d, round %d", SEED, i)
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
        }
    }

    @Test
    void aKnownKeyStaysInItsPartitionAcrossReleases() {
        assertThat(Partitions.of("odoo/1/42/7", 4)).isEqualTo(1);
    }

    @Test
    void aTopicWithoutPartitionsIsRefused() {
        assertThatThrownBy(() -> Partitions.of("a", 0))
                .hasMessage("number of partitions: must be > 0 but was 0");
    }
}
