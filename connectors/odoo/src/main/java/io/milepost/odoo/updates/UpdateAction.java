package io.milepost.odoo.updates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.events.CommandOutcome;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The server action inside Odoo, called as a bot. Calls once and never tries again by itself. */
public final class UpdateAction {

    /** The ledger's model. */
    public static final String LEDGER = "x_milepost_ledger";

    /** Name of the ledger's row that holds the action's database id. */
    public static final String ACTION_ROW = "action";

    private final OdooClient client;
    private final long id;

    private UpdateAction(OdooClient client, long id) {
        this.client = client;
        this.id = id;
    }

    /**
     * Finds the action.
     *
     * @throws OdooException {@link Failure#FATAL_CONFIGURATION} if it was never set up
     */
    public static UpdateAction find(OdooClient client) throws OdooException, InterruptedException {
        OdooCall call =
                OdooCall.model(LEDGER, "search_read")
                        .with("domain", OdooJson.array(OdooJson.array("x_name", "=", ACTION_ROW)))
                        .with("fields", OdooJson.array("x_seq"));
        JsonNode rows;
        try {
            rows = client.call(call);
        } catch (OdooException e) {
            if (e.failure() == Failure.REFUSED) {
                throw notSetUp(e);
            }
            throw e;
        }
        if (rows.isEmpty()) {
            throw notSetUp(null);
        }
        return new UpdateAction(client, Long.parseLong(rows.path(0).path("x_seq").asText()));
    }

    private static OdooException notSetUp(OdooException cause) {
        return new OdooException(
                Failure.FATAL_CONFIGURATION,
                null,
                "Odoo was not set up for Milepost: run 'milepost odoo setup' as an administrator",
                null,
                cause);
    }

    /** The action's database id. */
    public long id() {
        return id;
    }

    /** What the action says of itself: version, hash, uid, clock, indexes, effects. */
    public JsonNode version() throws OdooException, InterruptedException {
        return run("version", OdooJson.object());
    }

    /** The safe horizon for polling: horizon, clock, open, oldest_seconds. */
    public JsonNode horizon() throws OdooException, InterruptedException {
        return run("horizon", OdooJson.object());
    }

    /**
     * When each of these models was written last, as its transactions began; {@code null} where
     * there are no records, absent where there is no such model. Asked for after the horizon, it
     * tells where nothing happened before that.
     */
    public JsonNode newest(List<String> models) throws OdooException, InterruptedException {
        ObjectNode request = OdooJson.object();
        models.forEach(request.putArray("models")::add);
        return run("newest", request).path("newest");
    }

    /**
     * Makes the shard ours: every earlier claimer is fenced from here on, also one whose claim is
     * still under way.
     */
    public Mark claim(String shard) throws OdooException, InterruptedException {
        while (true) {
            JsonNode answer = claim(shard, mark(shard).epoch());
            if (answer.path("claimed").asBoolean(true)) {
                return mark(answer);
            }
            // Somebody else's came between, perhaps that of a task that is gone.
        }
    }

    /** Claims the shard if its epoch is still the one that was seen. */
    JsonNode claim(String shard, long from) throws OdooException, InterruptedException {
        return run("claim", OdooJson.object().put("shard", shard).put("from", from));
    }

    /** Where the shard stands. */
    public Mark mark(String shard) throws OdooException, InterruptedException {
        return mark(run("mark", OdooJson.object().put("shard", shard)));
    }

    /**
     * Applies entries in one transaction.
     *
     * @throws FencedException if the shard's epoch is another; nothing was done
     */
    List<CommandResult> apply(String shard, long epoch, List<BatchEntry> entries)
            throws OdooException, FencedException, InterruptedException {
        ObjectNode request = OdooJson.object().put("shard", shard).put("epoch", epoch);
        ArrayNode commands = request.putArray("commands");
        entries.forEach(entry -> commands.add(entry.sent()));
        JsonNode answer = run("apply", request);
        if (answer.path("fenced").asBoolean()) {
            throw new FencedException(shard, epoch, answer.path("epoch").asLong());
        }
        List<CommandResult> results = new ArrayList<>();
        for (JsonNode result : answer.path("results")) {
            results.add(
                    new CommandResult(
                            Long.parseLong(result.path("seq").asText()),
                            CommandOutcome.valueOf(
                                    result.path("s").asText().toUpperCase(Locale.ROOT)),
                            text(result, "found"),
                            text(result, "error"),
                            text(result, "record")));
        }
        return results;
    }

    private static String text(JsonNode result, String field) {
        return result.hasNonNull(field) ? result.get(field).asText() : null;
    }

    private static Mark mark(JsonNode answer) {
        return new Mark(answer.path("epoch").asLong(), Long.parseLong(answer.path("seq").asText()));
    }

    private JsonNode run(String operation, ObjectNode request)
            throws OdooException, InterruptedException {
        request.put("op", operation).put("series", client.version().series());
        JsonNode answer =
                client.call(
                        OdooCall.records("ir.actions.server", List.of(id), "run")
                                .inContext("milepost", request));
        if (!answer.isObject()) {
            throw new OdooException(
                    Failure.FATAL_CONFIGURATION,
                    null,
                    "Action %d (%s): expected an object but found %s; run 'milepost odoo setup'"
                            .formatted(id, operation, answer.getNodeType()),
                    null,
                    null);
        }
        return answer;
    }
}
