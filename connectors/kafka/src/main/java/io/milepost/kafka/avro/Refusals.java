package io.milepost.kafka.avro;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Schema ids that were refused lately. A stream of records with an unknown id must not ask the
 * registry for each of them; but an id that is registered later must be found, so that each refusal
 * is forgotten after a while. Bounded, as ids in broken records can be anything.
 */
final class Refusals {

    /** How long a refusal holds. */
    static final Duration HOLDS = Duration.ofSeconds(30);

    private static final int MOST = 1_000;

    private final LongSupplier nanoClock;
    private final Map<Integer, Refusal> byId =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Refusal> eldest) {
                    return size() > MOST;
                }
            };

    Refusals(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Throws the refusal of an id again if it still holds. */
    void check(int id) throws RejectedRecordException {
        Refusal refusal = byId.get(id);
        if (refusal == null) {
            return;
        }
        if (nanoClock.getAsLong() - refusal.atNanos() < HOLDS.toNanos()) {
            RejectedRecordException first = refusal.reject();
            throw new RejectedRecordException(
                    first.reason(), first.getMessage(), first.schemaId(), first);
        }
        byId.remove(id);
    }

    void remember(int id, RejectedRecordException reject) {
        byId.put(id, new Refusal(reject, nanoClock.getAsLong()));
    }

    private record Refusal(RejectedRecordException reject, long atNanos) {}
}
