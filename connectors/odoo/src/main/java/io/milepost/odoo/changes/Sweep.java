package io.milepost.odoo.changes;

import io.milepost.odoo.client.OdooException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time whether the lines that are known are still there, because a deletion
 * leaves no trace. When most of what was asked for is not there, it is more likely that the user
 * may no longer see it; then nothing is told.
 */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    /** That many may be gone at once without suspicion. */
    static final int UNSUSPICIOUS = 50;

    /** The place of a sweep that does not run. */
    static final long NONE = -1;

    private final Rows rows;
    private final BoundedMemory memory;
    private final Duration every;
    private final LongSupplier nanos;
    private long at = NONE;
    private long last;

    Sweep(Rows rows, BoundedMemory memory, Duration every, LongSupplier nanos, long at) {
        this.rows = rows;
        this.memory = memory;
        this.every = every;
        this.nanos = nanos;
        this.at = at;
        this.last = nanos.getAsLong();
    }

    /** The line up to which it has come. */
    long at() {
        return at;
    }

    /** Whether there is something to do; starts anew when it is time. */
    boolean isDue() {
        if (at == NONE && nanos.getAsLong() - last >= every.toNanos()) {
            at = 0;
        }
        return at != NONE;
    }

    /** Looks for the next lines. */
    void step(News news) throws OdooException, InterruptedException {
        List<Long> known = memory.linesAfter(at, Rows.CHUNK);
        if (known.isEmpty()) {
            at = NONE;
            last = nanos.getAsLong();
            return;
        }
        Set<Long> gone = new HashSet<>(known);
        for (Row row : rows.by("purchase.order.line", "id", known, List.of("order_id"))) {
            gone.remove(row.id());
        }
        if (gone.size() > UNSUSPICIOUS && gone.size() > known.size() / 2) {
            LOG.error(
                    "{} of {} order lines cannot be seen any more: not told as deleted, check the"
                            + " user's rights in Odoo",
                    gone.size(),
                    known.size());
        } else {
            gone.stream().sorted().forEach(news::gone);
        }
        at = known.get(known.size() - 1);
    }
}
