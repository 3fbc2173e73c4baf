package io.milepost.odoo.live;

import static io.milepost.events.CommandOutcome.APPLIED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.contract.TestApplier;
import io.milepost.odoo.contract.TestCommands;
import io.milepost.odoo.contract.TestServer;
import io.milepost.odoo.updates.ApplierCounts;
import io.milepost.odoo.updates.ApplierSettings;
import io.milepost.odoo.updates.BatchApplier;
import io.milepost.odoo.updates.CommandResult;
import io.milepost.odoo.updates.SequencedCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Workers of a real server are killed while they apply. Runs when ODOO_KILL_COMMAND says how one
 * worker is killed, which only who started the server can know.
 */
@Tag("live")
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+")
@EnabledIfEnvironmentVariable(named = "ODOO_KILL_COMMAND", matches = ".+")
class LiveKillTest {

    private static final int BATCHES = 12;
    private static final int NOTES = 15;

    @Test
    void workersThatAreKilledLeaveEachNoteOnce() throws Exception {
        ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
        try (TestServer odoo = new TestServer(new LiveAccess())) {
            long order = odoo.order(1).get(0);
            ApplierCounts counts = new ApplierCounts();
            BatchApplier applier =
                    TestApplier.claimed(
                            odoo.bot, odoo.run + "/killed", ApplierSettings.DEFAULT, counts);
            List<CommandResult> results = new ArrayList<>();
            long sequence = 0;
            int kills = 0;
            for (int batch = 0; batch < BATCHES; batch++) {
                List<SequencedCommand> commands = new ArrayList<>();
                for (int note = 0; note < NOTES; note++) {
                    commands.add(
                            TestCommands.at(
                                    sequence,
                                    TestCommands.note(order, "note-%05d-".formatted(sequence))));
                    sequence++;
                }
                Future<Integer> killing =
                        killer.schedule(LiveKillTest::kill, 40L * batch, TimeUnit.MILLISECONDS);
                results.addAll(applier.apply(commands));
                kills += killing.get() == 0 ? 1 : 0;
            }

            assertThat(kills).as("workers killed").isGreaterThan(BATCHES / 2);
            Files.writeString(
                    Path.of("target", "live-kill.txt"),
                    "%d batches, %d workers killed, %d outcomes unknown, %d retries%n"
                            .formatted(BATCHES, kills, counts.unknownOutcomes(), counts.retries()));
            assertThat(counts.unknownOutcomes()).as("connections broken").isPositive();
            assertThat(results)
                    .hasSize(BATCHES * NOTES)
                    .extracting(CommandResult::outcome)
                    .containsOnly(APPLIED);
            assertThat(odoo.messages(order, "note-")).isEqualTo(BATCHES * NOTES);
            for (long each = 0; each < sequence; each += 7) {
                assertThat(odoo.messages(order, "note-%05d-".formatted(each))).isOne();
            }
        } finally {
            killer.shutdownNow();
        }
    }

    private static int kill() throws Exception {
        return new ProcessBuilder("sh", "-c", System.getenv("ODOO_KILL_COMMAND"))
                .inheritIO()
                .start()
                .waitFor();
    }
}
