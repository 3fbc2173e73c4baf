package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The horizon by the server action of Milepost, which sees the open transactions of Odoo's own
 * role. One that has been open for longer than allowed is not waited for: what lies after its start
 * is read at once and again until it has ended.
 */
public final class ActionHorizon implements HorizonSource {

    /** How old a horizon may be before changes are read past it. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(ActionHorizon.class);

    private final Ask action;
    private final Duration patience;
    private boolean alarmed;

    /** Calls the action's {@code horizon}: {@code {horizon, clock, open}}. */
    @FunctionalInterface
    public interface Ask {
        /** The action's answer. */
        JsonNode horizon() throws OdooException, InterruptedException;
    }

    /** With a patience of {@link #PATIENCE}. */
    public ActionHorizon(Ask action) {
        this(action, PATIENCE);
    }

    /**
     * @param patience how old a horizon may be before changes are read past it
     */
    public ActionHorizon(Ask action, Duration patience) {
        this.action = action;
        this.patience = patience;
    }

    /** Whether the last horizon was older than allowed, which was said once in the log. */
    public boolean isAlarmed() {
        return alarmed;
    }

    @Override
    public Horizon now() throws OdooException, InterruptedException {
        JsonNode answer = action.horizon();
        long horizon = OdooTimes.micros(answer.path("horizon").asText());
        long clock = OdooTimes.micros(answer.path("clock").asText());
        long lag = Math.max(0, clock - horizon);
        boolean late = lag > OdooTimes.micros(patience);
        if (late != alarmed) {
            alarmed = late;
            if (late) {
                LOG.warn(
                        "A transaction of Odoo has been open for {} s; changes after its start are"
                                + " read again and again until it ends",
                        lag / 1_000_000);
            } else {
                LOG.info("The transaction of Odoo that had been open for long has ended");
            }
        }
        return new Horizon(horizon, late ? Math.max(horizon, clock) : horizon, lag);
    }
}
