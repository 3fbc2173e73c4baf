package io.milepost.odoo.contract;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.events.CommandOutcome.DUPLICATE;
import static io.milepost.odoo.contract.TestCommands.at;
import static io.milepost.odoo.contract.TestCommands.date;
import static io.milepost.odoo.contract.TestCommands.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.OdooCommand;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.setup.LedgerPruning;
import io.milepost.odoo.updates.BatchApplier;
import io.milepost.odoo.updates.CommandResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is forgotten of the commands, and what stays. */
class OdooPruningTest {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    private final Clock clock = ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    @Test
    void onlyOldOutcomesAreForgottenAndNoValueThatWasWrittenLast() throws Exception {
        DoubleAccess access = new DoubleAccess(EmbeddedOdooOptions.version18().withClock(clock));
        try (TestServer odoo = new TestServer(access)) {
            List<Long> ids = odoo.order(1);
            BatchApplier applier = TestApplier.claimed(odoo.bot, "pruned/0");
            OdooCommand old = note(ids.get(0), "an old note");
            OdooCommand moved =
                    date(ids.get(0), ids.get(1), "2027-02-01 00:00:00", "2027-01-10 08:00:00");
            applier.apply(List.of(at(1, old), at(2, moved)));
            pass(LedgerPruning.SHORTEST.minusDays(1));
            OdooCommand young = note(ids.get(0), "a young note");
            applier.apply(List.of(at(3, young)));
            LedgerPruning early = new LedgerPruning(odoo.admin, clock, LedgerPruning.SHORTEST);
            assertThat(early.count()).isZero();
            assertThat(early.run()).isZero();

            pass(Duration.ofDays(2));
            LedgerPruning pruning = new LedgerPruning(odoo.admin, clock, LedgerPruning.SHORTEST);
            assertThat(pruning.count()).isEqualTo(2);
            assertThat(odoo.count("x_milepost_effect")).as("counting forgets nothing").isEqualTo(4);
            assertThat(pruning.run()).isEqualTo(2);

            assertThat(pruning.count()).isZero();
            List<CommandResult> results =
                    applier.apply(
                            List.of(
                                    at(4, young),
                                    // What Milepost wrote itself is no conflict.
                                    at(
                                            5,
                                            date(
                                                    ids.get(0),
                                                    ids.get(1),
                                                    "2027-02-03 00:00:00",
                                                    "2027-01-10 08:00:00"))));
            assertThat(results)
                    .extracting(CommandResult::outcome)
                    .containsExactly(DUPLICATE, APPLIED);
            assertThat(odoo.messages(ids.get(0), "a young note")).isOne();

            applier.apply(List.of(at(6, old)));
            assertThat(odoo.messages(ids.get(0), "an old note"))
                    .as("what was forgotten is done again: that is why young outcomes must stay")
                    .isEqualTo(2);
        }
    }

    @Test
    void anAgeAtWhichCommandsMayComeAgainIsRefused() {
        assertThatThrownBy(() -> new LedgerPruning(null, clock, Duration.ofDays(90)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "expected an age of 430 days or more, but found 90: younger commands may"
                                + " come again");
    }
}
