package io.milepost.pipelines.milestones.line;

import io.milepost.state.line.FactArchive;
import io.milepost.state.sla.Episode;
import io.milepost.state.view.Standing;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * The archive of the line whose key is current, in keyed state. A backend that cannot be read or
 * written to fails the task.
 */
public final class StoredFacts implements FactArchive {

    private final MapState<String, Standing> entries;
    private final MapState<String, Episode> over;

    /** An archive in these states, which may hold other lines' as well under other keys. */
    public StoredFacts(MapState<String, Standing> entries, MapState<String, Episode> over) {
        this.entries = entries;
        this.over = over;
    }

    @Override
    public Standing get(String name) {
        try {
            return entries.get(name);
        } catch (Exception e) {
            throw failed("read", e);
        }
    }

    @Override
    public void put(String name, Standing entry) {
        try {
            entries.put(name, entry);
        } catch (Exception e) {
            throw failed("written", e);
        }
    }

    @Override
    public Iterable<Standing> all() {
        try {
            return entries.values();
        } catch (Exception e) {
            throw failed("read", e);
        }
    }

    @Override
    public void clear() {
        entries.clear();
    }

    @Override
    public void putOver(String id, Episode episode) {
        try {
            over.put(id, episode);
        } catch (Exception e) {
            throw failed("written", e);
        }
    }

    @Override
    public Iterable<Episode> over() {
        try {
            return over.values();
        } catch (Exception e) {
            throw failed("read", e);
        }
    }

    @Override
    public void clearOver() {
        over.clear();
    }

    private static FlinkRuntimeException failed(String what, Exception cause) {
        return new FlinkRuntimeException("archive of a line: it cannot be " + what, cause);
    }
}
