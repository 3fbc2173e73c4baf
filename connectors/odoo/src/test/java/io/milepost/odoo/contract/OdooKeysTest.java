package io.milepost.odoo.contract;

import static io.milepost.odoo.setup.Finding.Level.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.setup.Finding;
import io.milepost.odoo.setup.OdooDoctor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of the ends of API keys. */
class OdooKeysTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

    private Finding keys(TestServer odoo) throws Exception {
        return new OdooDoctor(odoo.bot, odoo.options().features(), clock)
                .examine().stream()
                        .filter(finding -> finding.check().equals("API keys"))
                        .findFirst()
                        .orElseThrow();
    }

    private static void key(TestServer odoo, String name, String end) throws Exception {
        odoo.create(
                "res.users.apikeys",
                Map.of("name", name, "user_id", odoo.botId(), "expiration_date", end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-15 08:00:00, WARNING",
        "2026-03-15 08:00:01, OK",
        "2026-02-28 00:00:00, WARNING"
    })
    void aKeyThatEndsWithinTwoWeeksIsToldInTime(String end, Finding.Level level) throws Exception {
        DoubleAccess access = new DoubleAccess(EmbeddedOdooOptions.version19().withClock(clock));
        try (TestServer odoo = new TestServer(access)) {
            key(odoo, "later", "2026-05-20 00:00:00");
            key(odoo, "first", end);

            Finding found = keys(odoo);

            assertThat(found.level()).isEqualTo(level);
            assertThat(found.found())
                    .isEqualTo("the first to end is 'first', on " + end.replace(' ', 'T') + "Z");
        }
    }

    @Test
    void keysOfOthersAndKeysWithoutAnEndAreNoWorry() throws Exception {
        DoubleAccess access = new DoubleAccess(EmbeddedOdooOptions.version18().withClock(clock));
        try (TestServer odoo = new TestServer(access)) {
            odoo.create(
                    "res.users.apikeys",
                    Map.of("name", "x", "user_id", 2, "expiration_date", "2026-03-02 00:00:00"));
            odoo.create("res.users.apikeys", Map.of("name", "y", "user_id", odoo.botId()));

            assertThat(keys(odoo)).isEqualTo(new Finding(OK, "API keys", "none has an end", ""));
        }
    }
}
