package io.milepost.bench.rung;

import io.milepost.state.line.FactArchive;
import io.milepost.state.view.Standing;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.function.SupplierWithException;

/** Older facts of the current line in keyed state, as the job has them. */
record ArchiveInState(MapState<String, Standing> entries) implements FactArchive {

    @Override
    public Standing get(String name) {
        return ask(() -> entries.get(name));
    }

    @Override
    public void put(String name, Standing entry) {
        ask(
                () -> {
                    entries.put(name, entry);
                    return entry;
                });
    }

    @Override
    public Iterable<Standing> all() {
        return ask(entries::values);
    }

    @Override
    public void clear() {
        entries.clear();
    }

    private static <T> T ask(SupplierWithException<T, Exception> state) {
        try {
            return state.get();
        } catch (Exception e) {
            throw new FlinkRuntimeException("archive of a line's facts: no answer", e);
        }
    }
}
