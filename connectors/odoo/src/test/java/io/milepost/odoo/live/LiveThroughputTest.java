package io.milepost.odoo.live;

import static io.milepost.odoo.contract.TestCommands.at;
import static io.milepost.odoo.contract.TestCommands.date;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.contract.TestApplier;
import io.milepost.odoo.contract.TestServer;
import io.milepost.odoo.updates.ApplierCounts;
import io.milepost.odoo.updates.ApplierSettings;
import io.milepost.odoo.updates.BatchApplier;
import io.milepost.odoo.updates.SequencedCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** How many commands a second a real Odoo takes, one by one and in batches. */
@Tag("live")
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+")
class LiveThroughputTest {

    private static final int LINES = 200;

    private static TestServer odoo;
    private static List<Long> ids;

    @BeforeAll
    static void open() throws Exception {
        odoo = new TestServer(new LiveAccess());
        ids = odoo.order(LINES);
    }

    @AfterAll
    static void close() throws Exception {
        odoo.close();
    }

    /** One run over every line: commands a second and calls. */
    private record Run(double perSecond, long calls) {}

    private static Run run(String shard, int batch, int day, int times) throws Exception {
        ApplierCounts counts = new ApplierCounts();
        BatchApplier applier =
                TestApplier.claimed(
                        odoo.bot,
                        odoo.run + "/" + shard,
                        ApplierSettings.DEFAULT.batches(batch),
                        counts);
        List<SequencedCommand> commands = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            for (int time = 0; time < times; time++) {
                commands.add(
                        at(
                                commands.size(),
                                date(
                                        ids.get(0),
                                        ids.get(line),
                                        "2027-%02d-%02d 00:00:00".formatted(day, time + 1),
                                        null)));
            }
        }
        long start = System.nanoTime();
        applier.apply(commands);
        return new Run(commands.size() * 1e9 / (System.nanoTime() - start), counts.calls());
    }

    @Test
    void batchesAreSeveralTimesFasterThanSingleCommands(TestReporter reporter) throws Exception {
        run("warm", 100, 2, 1);
        Run single = run("single", 1, 3, 1);
        Run hundred = run("hundred", 100, 4, 1);
        Run most = run("most", 200, 5, 1);
        Run merged = run("merged", 200, 6, 5);

        String report =
                "single %s%nbatches of 100 %s%nbatches of 200 %s%nbatches of 200, five a line %s%n"
                        .formatted(single, hundred, most, merged);
        Files.writeString(Path.of("target", "live-throughput.txt"), report);
        reporter.publishEntry("commands a second", report);
        assertThat(hundred.perSecond() / single.perSecond()).isGreaterThan(2);
    }
}
