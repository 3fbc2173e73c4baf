package io.milepost.local.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.local.feed.Micros;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.updates.UpdateAction;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The double of Odoo that a story is played in")
class OdooDoubleTest {

    private static final long MORNING = Micros.of(Instant.parse("2026-06-01T06:00:00Z"));
    private static final long EVENING = MORNING + 12 * Micros.HOUR;

    @TempDir private Path folder;

    @Test
    void tellsHowFarItMayBeReadOnlyWhenADaysWorkIsDone() throws Exception {
        StoryClock clock = new StoryClock(MORNING - Micros.DAY);
        try (OdooDouble odoo = OdooDouble.start(clock, EmbeddedOdooOptions.version18(), folder);
                OdooClient client = odoo.jobs().open()) {
            UpdateAction action = UpdateAction.find(client);
            odoo.completeUpTo(MORNING);
            assertThat(action.horizon().get("horizon").asText()).startsWith("2026-06-01 06:00:00");

            odoo.quietenSoon();
            CompletableFuture<JsonNode> asked = CompletableFuture.supplyAsync(() -> ask(action));
            odoo.quieten(1);
            odoo.moveTo(EVENING - Micros.HOUR);
            assertThat(asked).isNotDone();

            odoo.completeUpTo(EVENING);
            JsonNode answer = asked.get(1, TimeUnit.MINUTES);
            assertThat(answer.get("horizon").asText()).startsWith("2026-06-01 18:00:00.0");
            assertThat(answer.get("clock").asText()).startsWith("2026-06-01 18:00:01");
        }
    }

    private static JsonNode ask(UpdateAction action) {
        try {
            return action.horizon();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
