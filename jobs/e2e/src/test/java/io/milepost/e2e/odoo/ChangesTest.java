package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.local.stack.EmbeddedStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The job odoo-changes over the real broker, killed while people work in the double of Odoo. */
@ExtendWith(SharedStack.class)
@DisplayName("odoo-changes")
class ChangesTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final Instant MOVED = Instant.parse("2026-12-20T08:00:00Z");

    @Test
    void tellsEachChangeOnceThoughItIsKilled(EmbeddedStack stack) throws Exception {
        try (OdooSite site = OdooSite.start();
                ChangesRun run =
                        new ChangesRun(stack, site, "changes", "--checkpoint-interval=300 ms")) {
            throughAFailure(stack, site, run);
            assertThat(run.wrong()).isEmpty();
            // Each event was looked at; what was looked at and told nothing is in the books as
            // well.
            run.await(
                    "books of all that was told",
                    DEADLINE,
                    () ->
                            run.books().getOrDefault("odoo/purchase.order.line", 0L)
                                            >= run.lineEvents()
                                    && run.openBooks().isEmpty());
            assertThat(run.books().keySet())
                    .containsExactlyInAnyOrder(
                            "odoo/purchase.order", "odoo/purchase.order.line", "odoo/stock.move");
        }
    }

    @Test
    void wouldTellChangesTwiceIfTheGuaranteeWereOnlyAtLeastOnce(EmbeddedStack stack)
            throws Exception {
        try (OdooSite site = OdooSite.start();
                // No checkpoint before the failure: everything is read and written again.
                ChangesRun run =
                        new ChangesRun(
                                stack,
                                site,
                                "changes-twice",
                                "--checkpoint-interval=4 min",
                                "--guarantee=at-least-once")) {
            throughAFailure(stack, site, run);
            run.await("a change that is told twice", DEADLINE, () -> !run.wrong().isEmpty());
        }
    }

    private static void throughAFailure(EmbeddedStack stack, OdooSite site, ChangesRun run)
            throws Exception {
        List<Site.Line> lines = new ArrayList<>(site.orders(15));
        run.await("the first lines", DEADLINE, () -> run.lines().size() == 15);
        // The first stays as it is: whoever reads from the beginning again tells it again.
        for (Site.Line line : lines.subList(1, 8)) {
            site.odoo().desk().buying().setDate(line.line(), Effects.MOVED);
        }
        stack.cluster().replaceTaskManagers();
        lines.addAll(site.orders(15));
        for (Site.Line line : lines.subList(8, 30)) {
            site.odoo().desk().buying().setDate(line.line(), Effects.MOVED);
        }
        run.await(
                "29 of 30 lines at their new dates",
                DEADLINE,
                () -> run.lines().size() == 30 && movedOf(run) == 29);
    }

    private static long movedOf(ChangesRun run) {
        return run.lines().values().stream()
                .filter(line -> line.getPlannedAt().equals(MOVED))
                .count();
    }
}
