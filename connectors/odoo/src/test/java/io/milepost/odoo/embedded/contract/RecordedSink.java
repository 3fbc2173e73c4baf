package io.milepost.odoo.embedded.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.action.Program;
import io.milepost.odoo.embedded.action.ServerActions;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.store.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sink of the recording, in Java: not Milepost's own action but the trial before it. */
final class RecordedSink implements Program {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEDGER = "x_flink_ledger";

    @Override
    public boolean knows(String code) {
        return code.startsWith("# Exactly-once batch sink");
    }

    @Override
    public JsonNode run(String code, Env env) {
        JsonNode batch = env.context().path("flink");
        Env e = env.plain();
        String shard = batch.path("shard").asText();
        long epoch = batch.path("epoch").asLong();
        List<Row> known = e.by(LEDGER, "x_name", shard);
        Map<String, Object> first = Map.of("x_name", shard, "x_seq", 0L, "x_epoch", 0L);
        Row row = known.isEmpty() ? e.sudo().insert(e.model(LEDGER), first) : known.get(0);
        long current = (long) row.number("x_epoch");
        if (epoch < current) {
            throw OdooError.user(
                    "FENCED shard=%s epoch=%d current=%d".formatted(shard, epoch, current));
        }
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        long last = (long) row.number("x_seq");
        for (JsonNode command : batch.path("commands")) {
            long seq = command.path("seq").asLong();
            ObjectNode result = JsonNodeFactory.instance.objectNode().put("seq", seq);
            if (seq <= last) {
                result.put("s", "duplicate");
            } else {
                apply(e, code, command, batch.path("isolate").asBoolean(), result);
                last = seq;
            }
            action.withArray("results").add(result);
        }
        e.sudo().update(LEDGER, row.id(), Map.of("x_seq", last, "x_epoch", epoch));
        return action.put("shard", shard).put("seq", last);
    }

    private static void apply(
            Env env, String code, JsonNode command, boolean isolate, ObjectNode result) {
        int savepoint = env.transaction().savepoint();
        try {
            result.set("r", effect(env, code, command));
            result.put("s", "ok");
        } catch (OdooError error) {
            if (!isolate || !error.isUserError()) {
                throw error;
            }
            env.transaction().rollbackTo(savepoint);
            result.put("s", "rejected").put("error", error.getMessage());
        }
    }

    private static JsonNode effect(Env env, String code, JsonNode command) {
        return switch (command.path("op").asText()) {
            case "write" -> call(env, command, "write", Map.of("vals", command.path("vals")));
            case "create" ->
                    call(env, command, "create", Map.of("vals_list", command.path("vals")));
            case "post" ->
                    call(
                            env,
                            command,
                            "message_post",
                            JSON.convertValue(command.path("vals"), NAMED));
            case "boom" -> throw OdooError.user("boom");
            case "bug" ->
                    throw ServerActions.evaluating("IndexError('list index out of range')", code);
            default -> throw OdooError.user("unknown op " + command.path("op").asText());
        };
    }

    private static final TypeReference<Map<String, JsonNode>> NAMED = new TypeReference<>() {};

    private static JsonNode call(
            Env env, JsonNode command, String method, Map<String, JsonNode> named) {
        String model = command.path("model").asText();
        List<Long> ids = new ArrayList<>();
        command.path("ids").forEach(id -> ids.add(id.asLong()));
        return env.model(model)
                .method(method)
                .body()
                .run(env, env.model(model), new Arguments(ids, new HashMap<>(named)))
                .old();
    }
}
