package io.milepost.odoo.embedded.rpc;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls by model, method and operation. */
public final class RpcLog {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(Rpc rpc) {
        counts.computeIfAbsent(rpc.name(), name -> new LongAdder()).increment();
    }

    /** Calls by name, for example {@code ir.actions.server.run:apply}. */
    public Map<String, Long> byName() {
        Map<String, Long> now = new TreeMap<>();
        counts.forEach((name, count) -> now.put(name, count.sum()));
        return now;
    }

    /** All calls. */
    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
