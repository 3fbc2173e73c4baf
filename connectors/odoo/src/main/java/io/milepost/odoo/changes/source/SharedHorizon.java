package io.milepost.odoo.changes.source;

import io.milepost.odoo.changes.Horizon;
import io.milepost.odoo.changes.HorizonSource;
import io.milepost.odoo.changes.Newest;
import io.milepost.odoo.client.OdooException;
import java.time.Duration;

/**
 * One horizon for all streams of a reader: asked for once in a while, since an older one still
 * holds, and never going back, since what it promised was promised for all.
 */
final class SharedHorizon implements HorizonSource {

    private final HorizonSource source;
    private final Duration kept;
    private Horizon last;
    private long since;

    SharedHorizon(HorizonSource source, Duration kept) {
        this.source = source;
        this.kept = kept;
    }

    @Override
    public Horizon now() throws OdooException, InterruptedException {
        long nanos = System.nanoTime();
        if (last != null && nanos - since < kept.toNanos()) {
            return last;
        }
        Horizon next = source.now();
        if (last != null && next.readToMicros() < last.readToMicros()) {
            next = new Horizon(next.completeMicros(), last.readToMicros(), next.lagMicros());
        }
        last = next;
        since = nanos;
        return next;
    }

    @Override
    public Newest newest() throws OdooException, InterruptedException {
        return source.newest();
    }
}
