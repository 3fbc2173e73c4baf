package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.store.ConflictException;
import io.milepost.odoo.embedded.store.Row;
import io.milepost.odoo.embedded.store.UniqueViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows in which the action remembers: one for each shard, command and written target. */
final class Ledger {
    private static final String SHARDS = "x_milepost_ledger";
    private static final String EFFECTS = "x_milepost_effect";

    private final Env env;
    private final String code;
    private final boolean keeps;

    Ledger(Env env, String code, boolean keeps) {
        this.env = env.sudo();
        this.code = code;
        this.keeps = keeps;
    }

    /**
     * Adds one to a shard's epoch unless it is not the one that the claimer saw; makes its row if
     * it is the first.
     */
    ObjectNode claim(String name, JsonNode from) {
        Row row = find(SHARDS, name);
        if (row == null) {
            row = insert(SHARDS, Map.of("x_name", name, "x_seq", "-1", "x_epoch", 0L));
        }
        long epoch = (long) row.number("x_epoch");
        boolean claimed = from.asLong(epoch) == epoch;
        if (claimed) {
            row = env.update(SHARDS, row.id(), Map.of("x_epoch", epoch + 1));
        }
        return shard(row).told().put("claimed", claimed);
    }

    /** Where a shard stands. */
    Shard mark(String name) {
        Row row = find(SHARDS, name);
        return row == null ? new Shard(0, name, 0, "-1") : shard(row);
    }

    /** The same, held against others until the end. */
    Shard lock(String name) {
        Shard shard = mark(name);
        if (shard.id() != 0) {
            env.transaction().lock(SHARDS, shard.id());
        }
        return shard;
    }

    void advance(Shard shard, long seq) {
        env.update(SHARDS, shard.id(), Map.of("x_seq", Long.toString(seq)));
    }

    /** What is remembered of a command or target; {@code null} if nothing. */
    Row effect(String name) {
        return keeps ? find(EFFECTS, name) : null;
    }

    /** Whether marks and effects count. */
    boolean keeps() {
        return keeps;
    }

    void remember(String name, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("x_name", name);
        Row known = find(EFFECTS, name);
        if (known == null) {
            insert(EFFECTS, all);
        } else {
            env.update(EFFECTS, known.id(), all);
        }
    }

    int uniqueIndexes() {
        return (int) Stream.of(SHARDS, EFFECTS).filter(this::isUnique).count();
    }

    int effects() {
        return env.transaction().scan(EFFECTS).all().size();
    }

    private static Shard shard(Row row) {
        return new Shard(
                row.id(), row.text("x_name"), (long) row.number("x_epoch"), row.text("x_seq"));
    }

    private Row find(String table, String name) {
        if (!env.models().known(table)) {
            throw ServerActions.evaluating(
                    "UndefinedTable('relation \"%s\" does not exist')".formatted(table), code);
        }
        if (!isUnique(table)) {
            throw noIndex();
        }
        List<Row> found = env.by(table, "x_name", name);
        return found.isEmpty() ? null : found.get(0);
    }

    private boolean isUnique(String table) {
        return env.models().known(table) && "x_name".equals(env.model(table).uniqueField());
    }

    private OdooError noIndex() {
        return ServerActions.evaluating(
                "InvalidColumnReference('there is no unique or exclusion constraint matching the ON"
                        + " CONFLICT specification')",
                code);
    }

    /** One that comes at the same time with the same name wins: the whole is tried again. */
    private Row insert(String table, Map<String, Object> values) {
        Model model = env.model(table);
        try {
            return env.insert(model, values);
        } catch (UniqueViolationException e) {
            throw ConflictException.concurrentUpdate();
        }
    }
}
