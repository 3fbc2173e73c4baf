package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One change of a list of records, as it comes over the wire: {@code [op, id, what]}.
 *
 * @param op 0 create, 1 update, 2 delete, 3 unlink, 4 link, 5 clear, 6 set
 * @param id the record; 0 for none
 * @param values for create and update
 * @param ids for set
 */
public record Command(int op, long id, Map<String, Object> values, List<Long> ids) {

    static List<Command> parse(Env env, Field field, JsonNode list) {
        List<Command> commands = new ArrayList<>();
        for (JsonNode item : list) {
            commands.add(item.isArray() ? one(env, field, item) : link(item.asLong()));
        }
        return commands;
    }

    private static Command one(Env env, Field field, JsonNode item) {
        int op = item.path(0).asInt();
        JsonNode what = item.path(2);
        Map<String, Object> values =
                op <= 1 ? FromWire.values(env, env.model(field.relation()), what) : Map.of();
        List<Long> ids = new ArrayList<>();
        if (op == 6) {
            what.forEach(id -> ids.add(id.asLong()));
        }
        return new Command(op, item.path(1).asLong(), values, ids);
    }

    private static Command link(long id) {
        return new Command(4, id, Map.of(), List.of());
    }

    /** Applies commands to a list of references. */
    static List<Long> apply(Env env, Field field, List<Long> before, List<Command> commands) {
        List<Long> ids = new ArrayList<>(before);
        for (Command command : commands) {
            switch (command.op()) {
                case 0 -> ids.add(env.model(field.relation()).create(env, command.values()).id());
                case 1 ->
                        env.model(field.relation())
                                .write(
                                        env,
                                        List.of(env.row(field.relation(), command.id())),
                                        command.values());
                case 2, 3 -> ids.remove(command.id());
                case 4 -> {
                    if (!ids.contains(command.id())) {
                        ids.add(env.row(field.relation(), command.id()).id());
                    }
                }
                default -> {
                    ids.clear();
                    ids.addAll(command.ids());
                }
            }
        }
        return List.copyOf(ids);
    }

    /** Applies commands to the records that refer to an owner. */
    static void applyToOwned(Env env, Field field, long owner, List<Command> commands) {
        Model owned = env.model(field.relation());
        for (Command command : commands) {
            switch (command.op()) {
                case 0 -> {
                    Map<String, Object> values = new LinkedHashMap<>(command.values());
                    values.put(field.inverse(), owner);
                    owned.create(env, values);
                }
                case 1 ->
                        owned.write(
                                env,
                                List.of(env.row(owned.name(), command.id())),
                                command.values());
                case 2 -> owned.unlink(env, List.of(env.row(owned.name(), command.id())));
                case 4 ->
                        owned.write(
                                env,
                                List.of(env.row(owned.name(), command.id())),
                                Map.of(field.inverse(), owner));
                default ->
                        throw new IllegalArgumentException(
                                "the double knows commands 0, 1, 2 and 4 for "
                                        + field.name()
                                        + ", not "
                                        + command.op());
            }
        }
    }
}
