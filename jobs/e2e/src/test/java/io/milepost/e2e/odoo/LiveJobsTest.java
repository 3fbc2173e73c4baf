package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.local.stack.EmbeddedStack;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The jobs beside a real Odoo. With ODOO_KILL_COMMAND set to a command that kills one of its
 * workers, those are killed as well.
 */
@Tag("live")
@ExtendWith(SharedStack.class)
@DisplayName("The jobs on a real server")
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+")
@EnabledIfEnvironmentVariable(named = "ODOO_KEY", matches = ".+")
class LiveJobsTest {

    private static final Duration DEADLINE = Duration.ofMinutes(3);

    @Test
    void hasEachEffectOnceThoughTheJobIsKilled(EmbeddedStack stack) throws Exception {
        String name = "live-" + UUID.randomUUID().toString().substring(0, 8);
        try (RealOdoo site = new RealOdoo();
                UpdatesRun run = new UpdatesRun(stack, site, name, "--odoo-batch=5")) {
            Effects.assertOnce(
                    stack, site, run, 15, DEADLINE, LiveJobsTest::killWorker, "run " + name);
        }
    }

    @Test
    void whatTheSupplierSaysOfAnOrderLandsInOdooOnceAlsoAfterARollback(EmbeddedStack stack)
            throws Exception {
        String name = "live-" + UUID.randomUUID().toString().substring(0, 8);
        try (RealOdoo site = new RealOdoo()) {
            Loop.assertOnceAlsoAfterARollback(stack, site, name);
        }
    }

    private static void killWorker() throws Exception {
        String command = System.getenv("ODOO_KILL_COMMAND");
        if (command != null) {
            Process killing = new ProcessBuilder("sh", "-c", command).inheritIO().start();
            assertThat(killing.waitFor(10, TimeUnit.SECONDS)).as("%s ended", command).isTrue();
        }
    }
}
