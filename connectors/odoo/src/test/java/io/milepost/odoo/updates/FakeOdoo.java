package io.milepost.odoo.updates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.client.OdooVersion;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger in memory that speaks the action's protocol; every command that is done is an effect.
 */
final class FakeOdoo implements OdooClient {

    /** What happens to the next batch. */
    enum Fault {
        LOST_BEFORE,
        LOST_AFTER,
        BUSY,
        DOWN
    }

    final List<String> effects = new ArrayList<>();
    final List<JsonNode> batches = new ArrayList<>();
    final List<String> operations = new ArrayList<>();
    final Deque<Fault> faults = new ArrayDeque<>();
    String poison = "poison";
    boolean everythingIsRefused;

    /** How many others claim just before the next claims come. */
    int rivals;

    private final Map<String, Long> epochs = new HashMap<>();
    private final Map<String, Long> marks = new HashMap<>();
    private final Map<String, ObjectNode> rows = new HashMap<>();

    static OdooException failure(Failure failure, String error, Duration retryAfter) {
        return new OdooException(failure, error, "made by a test", retryAfter, null);
    }

    @Override
    public OdooVersion version() {
        return new OdooVersion(18, "18.0");
    }

    @Override
    public JsonNode call(OdooCall call) throws OdooException {
        if (call.method().equals("search_read")) {
            return OdooJson.node(List.of(Map.of("x_seq", "7")));
        }
        JsonNode request = call.context().get("milepost");
        String operation = request.path("op").asText();
        operations.add(operation);
        String shard = request.path("shard").asText();
        if (operation.equals("claim")) {
            if (rivals > 0) {
                rivals--;
                epochs.merge(shard, 1L, Long::sum);
            }
            boolean claimed =
                    request.path("from").asLong() == epochs.getOrDefault(shard, 0L).longValue();
            if (claimed) {
                epochs.merge(shard, 1L, Long::sum);
            }
            return mark(shard).put("claimed", claimed);
        }
        return operation.equals("apply") ? apply(shard, request) : mark(shard);
    }

    private ObjectNode mark(String shard) {
        return OdooJson.object()
                .put("shard", shard)
                .put("epoch", epochs.getOrDefault(shard, 0L))
                .put("seq", Long.toString(marks.getOrDefault(shard, -1L)));
    }

    private JsonNode apply(String shard, JsonNode request) throws OdooException {
        Fault fault = faults.poll();
        if (fault == Fault.LOST_BEFORE) {
            throw failure(Failure.OUTCOME_UNKNOWN, null, null);
        }
        if (fault == Fault.DOWN) {
            throw failure(Failure.RETRYABLE, null, Duration.ofSeconds(90));
        }
        if (fault == Fault.BUSY) {
            throw failure(Failure.RETRYABLE, "psycopg2.errors.SerializationFailure", null);
        }
        if (request.path("epoch").asLong() != epochs.get(shard)) {
            return mark(shard).put("fenced", true);
        }
        batches.add(request.path("commands"));
        JsonNode done = done(shard, request.path("commands"));
        if (fault == Fault.LOST_AFTER) {
            throw failure(Failure.OUTCOME_UNKNOWN, null, null);
        }
        return done;
    }

    private JsonNode done(String shard, JsonNode commands) throws OdooException {
        for (JsonNode command : commands) {
            if (everythingIsRefused
                    || !command.path("kind").asText().equals("SKIP")
                            && command.path("value").asText().equals(poison)) {
                throw failure(Failure.REFUSED, "builtins.ValueError", null);
            }
        }
        long mark = marks.getOrDefault(shard, -1L);
        ObjectNode answer = mark(shard);
        ArrayNode results = answer.putArray("results");
        for (JsonNode command : commands) {
            for (JsonNode each : command.path("also")) {
                results.add(one(mark, each, command));
            }
            results.add(one(mark, command, command));
            marks.merge(shard, command.path("seq").asLong(), Math::max);
        }
        return answer;
    }

    private ObjectNode one(long mark, JsonNode each, JsonNode command) {
        String id = each.path("id").asText();
        String seq = each.path("seq").asText();
        ObjectNode row = rows.get(id);
        if (row != null) {
            return row.path("seq").asText().equals(seq)
                    ? row
                    : OdooJson.object().put("seq", seq).put("s", "duplicate");
        }
        ObjectNode result = OdooJson.object().put("seq", seq);
        if (Long.parseLong(seq) <= mark) {
            return result.put("s", "duplicate");
        }
        if (command.path("kind").asText().equals("SKIP")) {
            result.put("s", "rejected").put("error", command.path("note").asText());
        } else {
            result.put("s", "applied");
            if (each.equals(command)) {
                effects.add(id);
            }
        }
        rows.put(id, result);
        return result;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
