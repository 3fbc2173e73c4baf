package io.milepost.kafka.direct;

/**
 * Where a record lies.
 *
 * @param partition its partition, from 0
 * @param offset its offset
 * @param timestampMillis its time in Kafka, milliseconds since 1970: the broker's in a topic under
 *     the broker's time
 */
public record Written(int partition, long offset, long timestampMillis) {}
