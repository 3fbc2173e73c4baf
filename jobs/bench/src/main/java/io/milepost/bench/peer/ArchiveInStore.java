package io.milepost.bench.peer;

import io.milepost.state.line.FactArchive;
import io.milepost.state.view.Standing;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Older facts of a line in a store, under the line's key. */
record ArchiveInStore(String prefix, KeyValueStore<String, Standing> facts) implements FactArchive {

    @Override
    public Standing get(String name) {
        return facts.get(prefix + name);
    }

    @Override
    public void put(String name, Standing entry) {
        facts.put(prefix + name, entry);
    }

    @Override
    public Iterable<Standing> all() {
        List<Standing> all = new ArrayList<>();
        try (KeyValueIterator<String, Standing> entries = entries()) {
            entries.forEachRemaining(entry -> all.add(entry.value));
        }
        return all;
    }

    @Override
    public void clear() {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, Standing> entries = entries()) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(facts::delete);
    }

    private KeyValueIterator<String, Standing> entries() {
        return facts.prefixScan(prefix, new StringSerializer());
    }
}
