package io.milepost.odoo.updates;

import static io.milepost.odoo.updates.FakeOdoo.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.CommandOutcome;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShardAppliersTest {

    private final FakeOdoo odoo = new FakeOdoo();
    private final FakePauses pauses = new FakePauses();
    private final ApplierCounts counts = new ApplierCounts();
    private int refusals;

    private ShardAppliers appliers() {
        return new ShardAppliers(
                () -> {
                    if (refusals-- > 0) {
                        throw failure(Failure.RETRYABLE, null, null);
                    }
                    return odoo;
                },
                ApplierSettings.DEFAULT,
                pauses,
                new SplittableRandom(42),
                counts);
    }

    @Test
    void eachShardIsClaimedOnceWhenItsFirstCommandComes() throws Exception {
        try (ShardAppliers appliers = appliers()) {
            appliers.of("s/0").apply(Commands.notes(1));
            appliers.of("s/1").apply(Commands.notes(1));
            appliers.of("s/0");
        }

        assertThat(odoo.operations)
                .containsExactly("version", "mark", "claim", "apply", "mark", "claim", "apply");
    }

    @Test
    void aServerThatCannotBeReachedIsWaitedFor() throws Exception {
        refusals = 3;
        try (ShardAppliers appliers = appliers()) {
            assertThat(appliers.of("s/0").apply(Commands.notes(1)))
                    .extracting(CommandResult::outcome)
                    .containsExactly(CommandOutcome.APPLIED);
        }

        assertThat(counts.retries()).isEqualTo(3);
        assertThat(pauses.pauses).hasSize(3);
    }

    @Test
    void anActionOfAnotherVersionIsNotSentAnything() throws Exception {
        odoo.speaks = ActionCode.VERSION + 1;
        try (ShardAppliers appliers = appliers()) {
            assertThatThrownBy(() -> appliers.of("s/0"))
                    .isInstanceOfSatisfying(
                            OdooException.class,
                            e -> assertThat(e.failure()).isEqualTo(Failure.FATAL_CONFIGURATION))
                    .hasMessageContaining(
                            "expected version %d but found %d; run 'milepost odoo setup'"
                                    .formatted(ActionCode.VERSION, ActionCode.VERSION + 1));
        }

        assertThat(odoo.operations).containsExactly("version");
    }
}
