package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * When the bot's API keys end. Up to Odoo 17 a key lives for ever; from 18 on one of a user who is
 * no administrator lives for 90 days at most, and every job stops on the day after.
 */
final class KeyCheck {

    private static final String CHECK = "API keys";
    private static final int FIRST_SERIES_WITH_ENDS = 18;
    private static final Duration SOON = Duration.ofDays(14);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final OdooClient bot;
    private final Clock clock;

    KeyCheck(OdooClient bot, Clock clock) {
        this.bot = bot;
        this.clock = clock;
    }

    List<Finding> examine(long uid) throws OdooException, InterruptedException {
        if (bot.version().series() < FIRST_SERIES_WITH_ENDS) {
            return List.of();
        }
        JsonNode keys =
                bot.call(
                        OdooCall.model("res.users.apikeys", "search_read")
                                .with(
                                        "domain",
                                        OdooJson.array(
                                                OdooJson.array("user_id", "=", uid),
                                                OdooJson.array("expiration_date", "!=", false)))
                                .with("fields", OdooJson.array("name", "expiration_date"))
                                .option("order", OdooJson.node("expiration_date, id")));
        // Which of them is spoken with cannot be seen: the first to end is told.
        return List.of(keys.isEmpty() ? Finding.ok(CHECK, "none has an end") : first(keys.get(0)));
    }

    private Finding first(JsonNode key) {
        Instant end =
                LocalDateTime.parse(key.path("expiration_date").asText(), TIME)
                        .toInstant(ZoneOffset.UTC);
        String words = "the first to end is '%s', on %s".formatted(key.path("name").asText(), end);
        return end.isAfter(clock.instant().plus(SOON))
                ? Finding.ok(CHECK, words)
                : Finding.warning(
                        CHECK,
                        words,
                        "if the jobs speak with it, make another one in Odoo and give them that:"
                                + " without a key they stop");
    }
}
