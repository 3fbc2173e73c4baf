package io.milepost.kafka.outbound;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * The partition of a key, the same that Kafka's own default partitioner takes, so that our records
 * and those of any other producer with the same key lie in one partition and keep their order.
 */
public final class Partitions {

    private Partitions() {}

    /**
     * The partition of a key.
     *
     * @param key serialized key
     * @param partitions number of partitions of the topic, from 1
     * @return partition, from 0
     */
    public static int of(byte[] key, int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "number of partitions: must be > 0 but was " + partitions);
        }
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** The partition of a key that is text in UTF-8. */
    public static int of(String key, int partitions) {
        return of(key.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
