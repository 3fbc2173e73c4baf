package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Milepost's own server action, written a second time in Java: claims shards, applies commands each
 * once, tells the horizon. Its ledger can be switched off to see a test turn red.
 */
public final class MilepostProgram implements Program {
    private static final Pattern HASH = Pattern.compile("HASH = '([^']*)'");
    private static final Duration NOT_LISTED_YET = Duration.ofSeconds(1);

    private final boolean keepsLedger;

    /**
     * @param keepsLedger {@code false} to forget marks and effects, which is wrong on purpose
     */
    public MilepostProgram(boolean keepsLedger) {
        this.keepsLedger = keepsLedger;
    }

    @Override
    public boolean knows(String code) {
        return code.startsWith("# Milepost: applies commands to Odoo");
    }

    @Override
    public JsonNode run(String code, Env env) {
        JsonNode ask = env.context().path("milepost");
        Ledger ledger = new Ledger(env.plain(), code, keepsLedger);
        String shard = ask.path("shard").asText();
        return switch (ask.path("op").asText()) {
            case "version" -> version(env, ledger, code);
            case "horizon" -> horizon(env);
            case "newest" -> newest(env, ask);
            case "claim" -> ledger.claim(shard, ask.path("from"));
            case "mark" -> ledger.mark(shard).told();
            case "apply" -> apply(env, ledger, ask);
            default ->
                    throw OdooError.user(
                            "Milepost: unknown operation %s".formatted(ask.path("op").asText()));
        };
    }

    private static ObjectNode version(Env env, Ledger ledger, String code) {
        Matcher hash = HASH.matcher(code);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("version", 1);
        answer.put("hash", hash.find() ? hash.group(1) : "");
        answer.put("uid", env.uid());
        answer.put("clock", Times.micros(env.transaction().clock()));
        answer.put("indexes", ledger.uniqueIndexes());
        return answer.put("effects", ledger.effects());
    }

    private static ObjectNode horizon(Env env) {
        Instant clock = env.transaction().clock();
        Instant oldest = env.transaction().oldestOther();
        Instant horizon = clock.minus(NOT_LISTED_YET);
        if (oldest != null && oldest.isBefore(horizon)) {
            horizon = oldest;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("horizon", Times.micros(horizon));
        answer.put("clock", Times.micros(clock));
        answer.put("open", env.transaction().others());
        double seconds = oldest == null ? 0 : Duration.between(oldest, clock).toNanos() / 1e9;
        return answer.put("oldest_seconds", seconds);
    }

    private static ObjectNode newest(Env env, JsonNode ask) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode newest = answer.putObject("newest");
        for (JsonNode name : ask.path("models")) {
            String model = name.asText();
            if (env.models().known(model)) {
                Optional<Instant> last =
                        env.transaction().scan(model).all().stream()
                                .map(row -> row.time("write_date"))
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder());
                newest.put(model, last.map(Times::micros).orElse(null));
            }
        }
        return answer;
    }

    private static ObjectNode apply(Env env, Ledger ledger, JsonNode ask) {
        Shard shard = ledger.lock(ask.path("shard").asText());
        if (shard.epoch() != ask.path("epoch").asLong()) {
            ObjectNode fenced = JsonNodeFactory.instance.objectNode();
            fenced.put("shard", shard.name()).put("fenced", true);
            return fenced.put("epoch", shard.epoch()).put("seq", shard.seq());
        }
        return new Batch(env, ledger, shard).apply(ask.path("commands"));
    }
}
