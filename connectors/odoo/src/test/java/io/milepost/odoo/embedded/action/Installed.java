package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.Shop;
import io.milepost.odoo.embedded.desk.Desk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Milepost's action in a shop, and ways to ask it. */
final class Installed {
    private static final String CODE =
            "# Milepost: applies commands to Odoo, each effect once.\nHASH = 'abc'\n";
    private final long action;
    private final Desk desk;

    Installed(Shop shop) {
        desk = shop.desk;
        long model = model("x_milepost_ledger", "x_name", "x_seq", "x_epoch:integer");
        model(
                "x_milepost_effect",
                "x_name",
                "x_kind",
                "x_shard",
                "x_seq",
                "x_outcome",
                "x_found",
                "x_error",
                "x_record",
                "x_value");
        String indexes =
                "env.cr.execute('create unique index if not exists a on x_milepost_ledger"
                        + " (x_name)')\n"
                        + "env.cr.execute('create unique index if not exists b on x_milepost_effect"
                        + " (x_name)')";
        long once = action(model, indexes);
        desk.call("ir.actions.server", "run", List.of(once), Map.of());
        desk.delete("ir.actions.server", once);
        action = action(model, CODE);
    }

    private long model(String name, String... fields) {
        List<Object> commands = new ArrayList<>();
        for (String field : fields) {
            String[] parts = field.split(":");
            String type = parts.length > 1 ? parts[1] : "char";
            commands.add(
                    List.of(
                            0,
                            0,
                            Map.of(
                                    "name",
                                    parts[0],
                                    "field_description",
                                    parts[0],
                                    "ttype",
                                    type)));
        }
        return desk.create("ir.model", Map.of("name", name, "model", name, "field_id", commands));
    }

    private long action(long model, String code) {
        return desk.create(
                "ir.actions.server",
                Map.of("name", "Milepost", "model_id", model, "state", "code", "code", code));
    }

    long id() {
        return action;
    }

    JsonNode ask(Map<String, ?> request) {
        return ask(desk, request);
    }

    JsonNode ask(Desk who, Map<String, ?> request) {
        return who.call(
                "ir.actions.server", "run", List.of(action), Map.of(), Map.of("milepost", request));
    }

    long claim() {
        return ask(Map.of("op", "claim", "shard", "s/0")).get("epoch").asLong();
    }

    JsonNode apply(long epoch, Object... commands) {
        return ask(request(epoch, commands));
    }

    static Map<String, Object> request(long epoch, Object... commands) {
        return Map.of("op", "apply", "shard", "s/0", "epoch", epoch, "commands", List.of(commands));
    }

    static Map<String, Object> command(long seq, String id, String kind, Object... more) {
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("seq", Long.toString(seq));
        command.put("id", id);
        command.put("kind", kind);
        for (int i = 0; i < more.length; i += 2) {
            command.put((String) more[i], more[i + 1]);
        }
        return command;
    }
}
