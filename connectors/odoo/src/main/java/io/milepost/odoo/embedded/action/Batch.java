package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.store.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One batch of commands of a shard: each is decided once, and the ledger with them. */
final class Batch {
    private record Claim(String seq, String id) {
        long number() {
            return Long.parseLong(seq);
        }
    }

    private final Env env;
    private final Ledger ledger;
    private final Shard shard;
    private final long mark;
    private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();
    private final ArrayNode results = JsonNodeFactory.instance.arrayNode();

    Batch(Env env, Ledger ledger, Shard shard) {
        this.env = env.plain();
        this.ledger = ledger;
        this.shard = shard;
        this.mark = ledger.keeps() ? Long.parseLong(shard.seq()) : -1;
    }

    ObjectNode apply(JsonNode commands) {
        commands.forEach(this::one);
        long last =
                commands.isEmpty() ? mark : commands.get(commands.size() - 1).path("seq").asLong();
        if (last > mark) {
            rows.forEach(ledger::remember);
            ledger.advance(shard, last);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("shard", shard.name()).put("epoch", shard.epoch());
        answer.put("seq", Long.toString(Math.max(last, mark)));
        answer.set("results", results);
        return answer;
    }

    private void one(JsonNode command) {
        List<Claim> claims = claims(command);
        Claim own = claims.get(claims.size() - 1);
        Outcome outcome = null;
        if (own.number() > mark && !isFinal(known(own.id()))) {
            outcome = attempt(command);
            outcome.written().forEach(this::wrote);
        }
        for (Claim claim : claims) {
            results.add(answer(claim, command, outcome).told(claim.seq()));
        }
    }

    private void wrote(String target, String value) {
        written.put(target, value);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("x_shard", shard.name());
        row.put("x_value", value);
        rows.put(target, row);
    }

    private Outcome answer(Claim claim, JsonNode command, Outcome outcome) {
        Map<String, Object> known = known(claim.id());
        boolean isNew = claim.number() > mark;
        boolean isOfClaim =
                shard.name().equals(known.get("x_shard")) && claim.seq().equals(known.get("x_seq"));
        if (!isNew && isOfClaim) {
            return Outcome.of(known);
        }
        if (known.get("x_outcome") != null && Outcome.of(known).isConflict()) {
            return Outcome.of(known);
        }
        if (outcome != null && isNew && !isFinal(known)) {
            String kind = command.path("kind").asText();
            rows.put(claim.id(), outcome.row(kind, shard.name(), claim.seq()));
            return outcome;
        }
        return Outcome.duplicate().with((String) known.get("x_record"), Map.of());
    }

    /** What is known of a command, from this batch or an earlier one; empty if nothing. */
    private Map<String, Object> known(String id) {
        Map<String, Object> row = rows.get(id);
        if (row != null) {
            return row;
        }
        Row stored = ledger.effect(id);
        return stored == null ? Map.of() : stored.values();
    }

    private static boolean isFinal(Map<String, Object> known) {
        return known.get("x_outcome") != null && Outcome.of(known).isFinal();
    }

    private Outcome attempt(JsonNode command) {
        Kind kind = Kinds.of(command.path("kind").asText());
        if (kind == null) {
            return Outcome.rejected(
                    "This action knows no commands of kind " + command.path("kind").asText());
        }
        int savepoint = env.transaction().savepoint();
        try {
            return kind.apply(new Asked(env, command, this));
        } catch (OdooError e) {
            if (!e.isUserError()) {
                throw e;
            }
            env.transaction().rollbackTo(savepoint);
            return Outcome.rejected(e.getMessage());
        }
    }

    /** The last value that was written to a target; {@code null} if none is known. */
    String lastWritten(String target) {
        if (written.containsKey(target)) {
            return written.get(target);
        }
        Row row = ledger.effect(target);
        return row == null ? null : row.text("x_value");
    }

    /** What a command made, of this batch or an earlier one; {@code null} if nothing is known. */
    String recordOf(String id) {
        return (String) known(id).get("x_record");
    }

    private static List<Claim> claims(JsonNode command) {
        List<Claim> claims = new ArrayList<>();
        for (JsonNode also : command.path("also")) {
            claims.add(new Claim(also.path("seq").asText(), also.path("id").asText()));
        }
        claims.add(new Claim(command.path("seq").asText(), command.path("id").asText()));
        return claims;
    }
}
