package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CommandOutcome;
import io.milepost.events.OdooCommand;
import io.milepost.local.stack.EmbeddedStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Commands through failures of every kind, and the count of what they did in Odoo. */
final class Effects {

    static final String MOVED = "2026-12-20 08:00:00";

    private static final String WORDS = "Part of it is confirmed";

    private Effects() {}

    /** Something of Odoo that dies while commands are on their way. */
    @FunctionalInterface
    interface Death {
        /** Lets it die. */
        void come() throws Exception;
    }

    /**
     * Asks, loses the TaskManagers, asks again as the milestones job would after it went back to an
     * earlier savepoint, loses the job's memory; then counts.
     *
     * @param death what dies besides, at three moments
     * @param told what a failing assertion says of the run
     */
    static void assertOnce(
            EmbeddedStack stack,
            Site site,
            UpdatesRun run,
            int orders,
            Duration deadline,
            Death death,
            String told)
            throws Exception {
        List<Site.Line> lines = site.orders(orders);
        List<OdooCommand> commands = new ArrayList<>();
        for (Site.Line line : lines) {
            String id = UUID.randomUUID().toString();
            commands.add(Asked.date(line, id + "-date", MOVED, Site.PLANNED));
            commands.add(Asked.review(line, id + "-review", WORDS));
            commands.add(Asked.note(line, id + "-note", WORDS));
        }
        UpdateOutputs outputs = run.outputs();
        run.ask(commands.subList(0, commands.size() / 2));
        outputs.await("results before the failure", deadline, () -> !outputs.results().isEmpty());
        death.come();
        stack.cluster().replaceTaskManagers();
        run.ask(commands.subList(commands.size() / 2, commands.size()));
        death.come();
        outputs.await(
                "a result for each command, " + told,
                deadline,
                () -> ids(outputs, null).size() == commands.size());
        run.ask(commands);
        run.cancel();
        run.start();
        death.come();
        outputs.await(
                "results of what came again, " + told,
                deadline,
                () -> outputs.results().size() >= 3 * commands.size());
        for (Site.Line line : lines) {
            assertThat(site.date(line)).as("date, %s", told).isEqualTo(MOVED);
            assertThat(site.activities(line.order()))
                    .as("activities of order %s, %s", line.order(), told)
                    .isOne();
            assertThat(site.notes(line.order(), WORDS))
                    .as("notes of order %s, %s", line.order(), told)
                    .isOne();
        }
        assertThat(ids(outputs, CommandOutcome.APPLIED))
                .as("applied, %s", told)
                .hasSameSizeAs(commands);
    }

    /** Ids of results, of one outcome or of any. */
    private static Set<String> ids(UpdateOutputs outputs, CommandOutcome outcome) {
        Set<String> ids = new HashSet<>();
        outputs.results().stream()
                .filter(r -> outcome == null || r.getOutcome() == outcome)
                .forEach(r -> ids.add(r.getCommandId()));
        return ids;
    }
}
