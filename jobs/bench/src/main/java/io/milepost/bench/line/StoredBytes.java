package io.milepost.bench.line;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.line.FactArchive;
import io.milepost.state.line.LineState;
import io.milepost.state.line.LineStateCodec;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.EpisodeCodec;
import io.milepost.state.view.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * A line's value and its archive as bytes, as RocksDB has them. What one event writes is kept apart
 * and can be forgotten, so that the next event finds the line as it was.
 */
final class StoredBytes implements FactArchive {

    private final DataOutputSerializer buffer = new DataOutputSerializer(4096);
    private final DataInputDeserializer reader = new DataInputDeserializer();
    private final Map<String, byte[]> before = new HashMap<>();
    private final Map<String, byte[]> written = new HashMap<>();
    private final Map<String, byte[]> over = new HashMap<>();
    private byte[] value;
    private boolean cleared;

    /** The line's own value, read anew. */
    LineState value() {
        return read(value, LineStateCodec::read);
    }

    /** Whether nothing was kept yet. */
    boolean isEmpty() {
        return value == null;
    }

    /** Size of the line's own value. */
    int size() {
        return value.length;
    }

    /** Bytes of the line's own value after a step. */
    byte[] write(LineState state) {
        return bytes(out -> LineStateCodec.write(state, out));
    }

    /** Keeps what was written, and the line's value. */
    void keep(LineState state) {
        if (cleared) {
            before.clear();
        }
        before.putAll(written);
        value = write(state);
        forget();
    }

    /** Forgets what was written since. */
    void forget() {
        written.clear();
        cleared = false;
    }

    @Override
    public Standing get(String name) {
        byte[] bytes = written.get(name);
        if (bytes == null && !cleared) {
            bytes = before.get(name);
        }
        return bytes == null ? null : read(bytes, Standing::read);
    }

    @Override
    public void put(String name, Standing entry) {
        written.put(name, bytes(entry::write));
    }

    @Override
    public Iterable<Standing> all() {
        Map<String, byte[]> all = new HashMap<>(cleared ? Map.of() : before);
        all.putAll(written);
        List<Standing> entries = new ArrayList<>(all.size());
        all.values().forEach(bytes -> entries.add(read(bytes, Standing::read)));
        return entries;
    }

    @Override
    public void clear() {
        written.clear();
        cleared = true;
    }

    @Override
    public void putOver(String id, Episode episode) {
        over.put(id, bytes(out -> EpisodeCodec.write(episode, out)));
    }

    @Override
    public Iterable<Episode> over() {
        return over.values().stream().map(bytes -> read(bytes, EpisodeCodec::read)).toList();
    }

    @Override
    public void clearOver() {
        over.clear();
    }

    private byte[] bytes(Consumer<StateOutput> write) {
        buffer.clear();
        write.accept(new StateOutput(buffer));
        return buffer.getCopyOfBuffer();
    }

    private <T> T read(byte[] bytes, Function<StateInput, T> read) {
        reader.setBuffer(bytes);
        T value = read.apply(new StateInput(reader));
        if (reader.available() != 0) {
            throw new UncheckedIOException(
                    new IOException(
                            "stored bytes: expected to read all "
                                    + bytes.length
                                    + " but found "
                                    + reader.available()
                                    + " left"));
        }
        return value;
    }
}
