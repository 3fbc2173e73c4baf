package io.milepost.pipelines.changes;

import io.milepost.odoo.changes.Keep;
import org.apache.flink.api.common.state.MapState;

/** Keeps what a reader of change records has to remember in the job's state. */
final class StateKeep implements Keep {

    private final MapState<String, byte[]> state;

    StateKeep(MapState<String, byte[]> state) {
        this.state = state;
    }

    @Override
    public byte[] get(String key) {
        try {
            return state.get(key);
        } catch (Exception e) {
            throw new IllegalStateException("state cannot be read", e);
        }
    }

    @Override
    public void put(String key, byte[] bytes) {
        try {
            state.put(key, bytes);
        } catch (Exception e) {
            throw new IllegalStateException("state cannot be written", e);
        }
    }

    @Override
    public void remove(String key) {
        try {
            state.remove(key);
        } catch (Exception e) {
            throw new IllegalStateException("state cannot be written", e);
        }
    }
}
