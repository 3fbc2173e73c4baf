package io.milepost.odoo.changes;

import java.time.Clock;
import java.time.Duration;

/**
 * A horizon without the server action: everything is taken to be committed after a time that no
 * transaction of Odoo is meant to take, and what is younger is read at once and again until then. A
 * transaction that takes longer, and a clock that is behind the server's, lose changes; the server
 * action does not.
 *
 * @param clock of this machine, in step with the server's
 * @param overlap longer than {@code limit_time_real} of the server, which is 120 s by default
 */
public record OverlapHorizon(Clock clock, Duration overlap) implements HorizonSource {

    /** Longer than a transaction may take in a server that is set up as usual. */
    public static final Duration USUAL = Duration.ofMinutes(5);

    @Override
    public Horizon now() {
        long now = OdooTimes.micros(clock.instant());
        long lag = OdooTimes.micros(overlap);
        return new Horizon(now - lag, now, lag);
    }
}
