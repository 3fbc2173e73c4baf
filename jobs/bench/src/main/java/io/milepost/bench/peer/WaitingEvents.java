package io.milepost.bench.peer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** Events that came before their order, all of a line in one value. */
record WaitingEvents(KeyValueStore<String, byte[]> byLine) {

    void add(String line, byte[] event) {
        byte[] known = byLine.get(line);
        int size = known == null ? 0 : known.length;
        ByteBuffer all = ByteBuffer.allocate(size + Integer.BYTES + event.length);
        if (known != null) {
            all.put(known);
        }
        byLine.put(line, all.putInt(event.length).put(event).array());
    }

    List<byte[]> take(String line) {
        byte[] known = byLine.get(line);
        if (known == null) {
            return List.of();
        }
        byLine.delete(line);
        List<byte[]> events = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(known);
        while (all.hasRemaining()) {
            byte[] event = new byte[all.getInt()];
            all.get(event);
            events.add(event);
        }
        return events;
    }
}
