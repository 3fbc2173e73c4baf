package io.milepost.bench.peer;

import io.milepost.state.line.FactArchive;
import io.milepost.state.sla.Episode;
import io.milepost.state.view.Standing;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Older facts and episodes of a line in stores, under the line's key. */
record ArchiveInStore(
        String prefix, KeyValueStore<String, Standing> facts, KeyValueStore<String, Episode> past)
        implements FactArchive {

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
        return entries(facts).stream().map(entry -> entry.value).toList();
    }

    @Override
    public void clear() {
        entries(facts).forEach(entry -> facts.delete(entry.key));
    }

    @Override
    public void putOver(String id, Episode episode) {
        past.put(prefix + id, episode);
    }

    @Override
    public Iterable<Episode> over() {
        return entries(past).stream().map(entry -> entry.value).toList();
    }

    @Override
    public void clearOver() {
        entries(past).forEach(entry -> past.delete(entry.key));
    }

    private <T> List<KeyValue<String, T>> entries(KeyValueStore<String, T> store) {
        List<KeyValue<String, T>> entries = new ArrayList<>();
        try (KeyValueIterator<String, T> found = store.prefixScan(prefix, new StringSerializer())) {
            found.forEachRemaining(entries::add);
        }
        return entries;
    }
}
