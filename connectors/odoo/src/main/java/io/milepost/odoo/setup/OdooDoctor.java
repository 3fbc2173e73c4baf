package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.updates.ActionCode;
import io.milepost.odoo.updates.UpdateAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks, as the bot, whether everything is as Milepost needs it, and says what to do. */
public final class OdooDoctor {

    private static final String SETUP = "run 'milepost odoo setup' as an administrator";
    private static final int NEWEST_SERIES = 19;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final Duration SLOW_CLOCK = Duration.ofSeconds(2);
    private static final Duration WRONG_CLOCK = Duration.ofSeconds(60);
    private static final Duration OLD_TRANSACTION = Duration.ofMinutes(5);

    private final OdooClient bot;
    private final Set<Feature> features;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param bot a client as the bot; the caller closes it
     * @param features what Milepost may do
     * @param clock this machine's time
     */
    public OdooDoctor(OdooClient bot, Set<Feature> features, Clock clock) {
        this.bot = bot;
        this.features = features;
        this.clock = clock;
    }

    /**
     * Looks at everything.
     *
     * @throws OdooException if Odoo cannot be asked at all
     */
    public List<Finding> examine() throws OdooException, InterruptedException {
        findings.clear();
        server();
        findings.addAll(new RightsCheck(bot, features).examine());
        UpdateAction action = action();
        if (action != null) {
            Instant before = clock.instant();
            JsonNode version = version(action);
            if (version != null) {
                Instant after = clock.instant();
                code(version);
                clocks(version, before, after);
                user(version.path("uid").asLong());
                findings.addAll(new KeyCheck(bot, clock).examine(version.path("uid").asLong()));
                ledger(version);
                horizon(action);
            }
        }
        return List.copyOf(findings);
    }

    private void server() {
        String text = bot.version().text();
        findings.add(
                bot.version().series() <= NEWEST_SERIES
                        ? Finding.ok("server", "Odoo " + text)
                        : Finding.warning(
                                "server",
                                "Odoo " + text,
                                "Milepost was tried with Odoo 16 to " + NEWEST_SERIES));
    }

    private UpdateAction action() throws OdooException, InterruptedException {
        try {
            return UpdateAction.find(bot);
        } catch (OdooException e) {
            if (e.failure() != Failure.FATAL_CONFIGURATION) {
                throw e;
            }
            findings.add(
                    Finding.error("action", "the ledger cannot be read: " + e.getMessage(), SETUP));
            return null;
        }
    }

    private JsonNode version(UpdateAction action) throws OdooException, InterruptedException {
        try {
            return action.version();
        } catch (OdooException e) {
            if (e.failure() != Failure.FATAL_CONFIGURATION && e.failure() != Failure.REFUSED) {
                throw e;
            }
            findings.add(Finding.error("action", "it cannot be run: " + e.getMessage(), SETUP));
            return null;
        }
    }

    private void code(JsonNode version) {
        String found = version.path("hash").asText();
        String words = "version %d, code %.12s".formatted(version.path("version").asInt(), found);
        if (version.path("version").asInt() == ActionCode.VERSION
                && found.equals(ActionCode.hash())) {
            findings.add(Finding.ok("action", words));
        } else {
            findings.add(
                    Finding.error(
                            "action",
                            words
                                    + "; expected version %d, code %.12s"
                                            .formatted(ActionCode.VERSION, ActionCode.hash()),
                            "stop odoo-updates, then "
                                    + SETUP
                                    + " with the release that the jobs run"));
        }
    }

    private void clocks(JsonNode version, Instant before, Instant after) {
        Instant server =
                LocalDateTime.parse(version.path("clock").asText(), TIME).toInstant(ZoneOffset.UTC);
        Duration ahead = Duration.ZERO;
        if (server.isAfter(after)) {
            ahead = Duration.between(after, server);
        } else if (server.isBefore(before)) {
            ahead = Duration.between(before, server);
        }
        String words = "Odoo's database is %d ms ahead of this machine".formatted(ahead.toMillis());
        String advice = "let both machines follow the same time servers";
        if (ahead.abs().compareTo(WRONG_CLOCK) > 0) {
            findings.add(Finding.error("clock", words, advice));
        } else if (ahead.abs().compareTo(SLOW_CLOCK) > 0) {
            findings.add(Finding.warning("clock", words, advice));
        } else {
            findings.add(Finding.ok("clock", words));
        }
    }

    private void user(long uid) throws OdooException, InterruptedException {
        JsonNode user =
                bot.call(
                                OdooCall.records("res.users", List.of(uid), "read")
                                        .with("fields", OdooJson.array("login", "email", "tz")))
                        .path(0);
        String login = user.path("login").asText();
        findings.add(
                user.path("email").isTextual() && user.path("email").asText().contains("@")
                        ? Finding.ok("bot's e-mail", login + " has one")
                        : Finding.error(
                                "bot's e-mail",
                                login + " has none",
                                "give the user an e-mail address, as 'milepost odoo setup' does"
                                        + " with --bot-email: Odoo refuses its notes without"));
        String zone = user.path("tz").isTextual() ? user.path("tz").asText() : "none";
        findings.add(
                zone.equals("UTC")
                        ? Finding.ok("time zone", "UTC")
                        : Finding.warning(
                                "time zone",
                                login + " has " + zone,
                                "set the bot's time zone to UTC: Milepost asks for UTC in every"
                                        + " call, but what Odoo does by itself for the bot does"
                                        + " not"));
    }

    private void ledger(JsonNode version) throws OdooException, InterruptedException {
        findings.add(
                version.path("indexes").asInt() == 2
                        ? Finding.ok(
                                "ledger",
                                "both unique indexes are there, about %d outcomes are kept"
                                        .formatted(version.path("effects").asLong()))
                        : Finding.error(
                                "ledger",
                                "expected 2 unique indexes but found "
                                        + version.path("indexes").asInt(),
                                SETUP));
        JsonNode rows =
                bot.call(
                        OdooCall.model(UpdateAction.LEDGER, "search_read")
                                .with("domain", OdooJson.array())
                                .with("fields", OdooJson.array("x_name", "x_seq", "x_epoch")));
        List<String> shards = new ArrayList<>();
        for (JsonNode row : rows) {
            String name = row.path("x_name").asText();
            if (!row.path("x_seq").asText().matches("-1|\\d+")) {
                findings.add(
                        Finding.error(
                                "ledger",
                                "row %s: expected a decimal mark but found %s"
                                        .formatted(name, row.path("x_seq")),
                                "somebody has edited the ledger: set x_seq to the last offset that"
                                        + " was applied"));
            } else if (!name.equals(UpdateAction.ACTION_ROW)) {
                shards.add(
                        "%s at %s (claimed %d times)"
                                .formatted(
                                        name,
                                        row.path("x_seq").asText(),
                                        row.path("x_epoch").asLong()));
            }
        }
        findings.add(
                Finding.ok(
                        "shards",
                        shards.isEmpty() ? "none was claimed yet" : String.join(", ", shards)));
    }

    private void horizon(UpdateAction action) throws OdooException, InterruptedException {
        JsonNode horizon = action.horizon();
        Duration oldest = Duration.ofSeconds(horizon.path("oldest_seconds").asLong());
        String words =
                "%d other transactions are open, the oldest for %d s"
                        .formatted(horizon.path("open").asInt(), oldest.toSeconds());
        findings.add(
                oldest.compareTo(OLD_TRANSACTION) <= 0
                        ? Finding.ok("horizon", words)
                        : Finding.warning(
                                "horizon",
                                words,
                                "changes are read only up to its start: look for it in"
                                        + " pg_stat_activity"));
    }
}
