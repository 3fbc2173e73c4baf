package io.milepost.bench.peer;

import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.schemas.Catalogue;
import io.milepost.state.Times;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/** The clock of one task: the lowest promise of its partitions, one of each topic. */
final class PromisedClock {

    private final Map<String, Long> promises = new HashMap<>();
    private long micros = Times.NONE;

    PromisedClock(String prefix) {
        new FactTopics(prefix).names().forEach(topic -> promises.put(topic, Times.NONE));
    }

    /** Hears a heartbeat; false if the record is none. */
    boolean hears(Record<byte[], byte[]> record, String topic) {
        Header heartbeat = record.headers().lastHeader(Catalogue.HEARTBEAT_HEADER);
        if (heartbeat == null) {
            return false;
        }
        long promise = Long.parseLong(new String(heartbeat.value(), StandardCharsets.UTF_8));
        promises.merge(topic, promise, Math::max);
        micros = promises.values().stream().mapToLong(Long::longValue).min().orElse(Times.NONE);
        return true;
    }

    /** The clock, microseconds; {@link Times#NONE} before the first heartbeat of every topic. */
    long micros() {
        return micros;
    }
}
