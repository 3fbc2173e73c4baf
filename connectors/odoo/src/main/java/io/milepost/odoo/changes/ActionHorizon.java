package io.milepost.odoo.changes;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.updates.UpdateAction;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final List<String> MODELS =
            Arrays.stream(ChangeStream.values())
                    .flatMap(stream -> stream.models().stream())
                    .distinct()
                    .toList();

    private final Ask action;
    private final Duration patience;
    private boolean alarmed;
    private Newest newest;

    /** Calls the action. */
    @FunctionalInterface
    public interface Ask {
        /** The answer to {@code horizon}: {@code {horizon, clock, open}}. */
        JsonNode horizon() throws OdooException, InterruptedException;

        /** The answer to {@code newest}: a time for each model; empty if it is not to be had. */
        default JsonNode newest(List<String> models) throws OdooException, InterruptedException {
            return OdooJson.object();
        }
    }

    /** By the action itself. */
    public static ActionHorizon of(UpdateAction action) {
        return new ActionHorizon(
                new Ask() {
                    @Override
                    public JsonNode horizon() throws OdooException, InterruptedException {
                        return action.horizon();
                    }

                    @Override
                    public JsonNode newest(List<String> models)
                            throws OdooException, InterruptedException {
                        return action.newest(models);
                    }
                });
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
        newest = null;
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

    @Override
    public Newest newest() throws OdooException, InterruptedException {
        if (newest == null) {
            newest = ask();
        }
        return newest;
    }

    private Newest ask() throws OdooException, InterruptedException {
        JsonNode answer;
        try {
            answer = action.newest(MODELS);
        } catch (OdooException e) {
            if (e.failure() != Failure.REFUSED) {
                throw e;
            }
            // An action of an earlier release: every model is looked at.
            return Newest.UNKNOWN;
        }
        Map<String, Long> byModel = new HashMap<>();
        answer.properties()
                .forEach(
                        each ->
                                byModel.put(
                                        each.getKey(),
                                        each.getValue().isTextual()
                                                ? OdooTimes.micros(each.getValue().asText())
                                                : 0));
        return new Newest(byModel);
    }
}
