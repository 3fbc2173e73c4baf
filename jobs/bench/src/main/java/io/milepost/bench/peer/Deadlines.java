package io.milepost.bench.peer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The wake-ups of lines, by time. */
record Deadlines(KeyValueStore<byte[], byte[]> byTime) {

    private static final byte[] NOTHING = {1};
    private static final long MICROS = 1000;

    /** A wake-up that is due. */
    record Due(long millis, String key) {}

    void put(long millis, String line) {
        byTime.put(key(millis, line), NOTHING);
    }

    /** Takes what is due by a clock in microseconds. */
    List<Due> takeUpTo(long clock) {
        List<Due> due = new ArrayList<>();
        long until = Math.floorDiv(clock, MICROS);
        List<byte[]> taken = new ArrayList<>();
        try (KeyValueIterator<byte[], byte[]> entries =
                byTime.range(key(0, ""), key(until + 1, ""))) {
            while (entries.hasNext()) {
                KeyValue<byte[], byte[]> entry = entries.next();
                taken.add(entry.key);
                ByteBuffer bytes = ByteBuffer.wrap(entry.key);
                long millis = bytes.getLong();
                due.add(new Due(millis, StandardCharsets.UTF_8.decode(bytes).toString()));
            }
        }
        taken.forEach(byTime::delete);
        return due;
    }

    private static byte[] key(long millis, String line) {
        byte[] name = line.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + name.length).putLong(millis).put(name).array();
    }
}
