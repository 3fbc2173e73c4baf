package io.milepost.odoo.updates;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.events.CommandOutcome.DUPLICATE;
import static io.milepost.events.CommandOutcome.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.updates.FakeOdoo.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchApplierTest {

    private final FakeOdoo odoo = new FakeOdoo();
    private final FakePauses pauses = new FakePauses();
    private final ApplierCounts counts = new ApplierCounts();

    private BatchApplier applier(ApplierSettings settings) throws Exception {
        BatchApplier applier =
                new BatchApplier(
                        UpdateAction.find(odoo),
                        "odoo.commands/3",
                        settings,
                        pauses,
                        new SplittableRandom(42),
                        counts);
        applier.claim();
        return applier;
    }

    private BatchApplier applier() throws Exception {
        return applier(ApplierSettings.DEFAULT);
    }

    private static List<CommandOutcome> outcomes(List<CommandResult> results) {
        return results.stream().map(CommandResult::outcome).toList();
    }

    @Test
    void nothingIsAppliedBeforeTheShardIsClaimedAndItIsClaimedOnce() throws Exception {
        BatchApplier unclaimed =
                new BatchApplier(
                        UpdateAction.find(odoo),
                        "s",
                        ApplierSettings.DEFAULT,
                        pauses,
                        new SplittableRandom(),
                        counts);

        assertThatThrownBy(() -> unclaimed.apply(Commands.notes(1)))
                .hasMessage("Shard s was not claimed");
        unclaimed.claim();
        assertThatThrownBy(unclaimed::claim).hasMessage("Shard s is claimed already");
    }

    @Test
    void commandsGoOutInBatchesInTheirOrder() throws Exception {
        List<CommandResult> results = applier().apply(Commands.notes(450));

        assertThat(odoo.batches).extracting(batch -> batch.size()).containsExactly(200, 200, 50);
        assertThat(odoo.effects).hasSize(450).doesNotHaveDuplicates();
        assertThat(results).extracting(CommandResult::sequence).isSorted().hasSize(450);
    }

    @Test
    void anAnswerLostAfterTheCommitIsAskedForByTheSameBatchAfterReadingTheMark() throws Exception {
        BatchApplier applier = applier();
        odoo.faults.addAll(List.of(Fault.LOST_AFTER, Fault.LOST_BEFORE, Fault.LOST_AFTER));

        List<CommandResult> results = applier.apply(Commands.notes(3));

        assertThat(outcomes(results)).containsExactly(APPLIED, APPLIED, APPLIED);
        assertThat(odoo.effects).hasSize(3);
        assertThat(new HashSet<>(odoo.batches)).as("the same each time").hasSize(1);
        assertThat(odoo.operations)
                .containsExactly(
                        "mark", "claim", "apply", "mark", "apply", "mark", "apply", "mark",
                        "apply");
        assertThat(counts.unknownOutcomes()).isEqualTo(3);
    }

    @Test
    void aTaskThatWasFencedAfterALostAnswerDoesNotSendAgain() throws Exception {
        BatchApplier old = applier();
        applier();
        odoo.faults.add(Fault.LOST_BEFORE);

        assertThatThrownBy(() -> old.apply(Commands.notes(1)))
                .isInstanceOf(FencedException.class)
                .hasMessage(
                        "Shard odoo.commands/3: expected epoch 1 in Odoo's ledger but found 2;"
                                + " another task has claimed it");
        assertThat(odoo.effects).isEmpty();
        assertThat(Collections.frequency(odoo.operations, "claim")).isEqualTo(2);
    }

    @Test
    void aClaimThatAnotherCameBeforeIsMadeAnew() throws Exception {
        odoo.rivals = 2;

        applier().apply(Commands.notes(1));

        assertThat(odoo.operations)
                .containsExactly("mark", "claim", "mark", "claim", "mark", "claim", "apply");
        assertThat(odoo.effects).hasSize(1);
    }

    @Test
    void aServerThatIsDownIsTriedForEverAndNeverSoonerThanItAsked() throws Exception {
        BatchApplier applier = applier();
        odoo.faults.addAll(Collections.nCopies(50, Fault.DOWN));

        assertThat(outcomes(applier.apply(Commands.notes(1)))).containsExactly(APPLIED);

        assertThat(pauses.pauses).hasSize(50).containsOnly(Duration.ofSeconds(90));
        assertThat(counts.retries()).isEqualTo(50);
    }

    @Test
    void pausesGrowWithJitterFromTheSeed() throws Exception {
        BatchApplier applier = applier();
        odoo.faults.addAll(Collections.nCopies(4, Fault.BUSY));

        applier.apply(Commands.notes(1));

        for (int failure = 0; failure < 4; failure++) {
            long whole = 200L << failure;
            assertThat(pauses.pauses.get(failure).toMillis()).isBetween(whole / 2, whole);
        }
    }

    @Test
    void aBatchThatTheDatabaseGivesUpAgainAndAgainIsHalved() throws Exception {
        BatchApplier applier = applier();
        odoo.faults.addAll(Collections.nCopies(5, Fault.BUSY));

        assertThat(outcomes(applier.apply(Commands.notes(4)))).containsOnly(APPLIED);

        assertThat(odoo.batches).extracting(batch -> batch.size()).containsExactly(2, 2);
    }

    @Test
    void aBatchThatNeverGetsAnAnswerIsHalvedAndOneCommandIsTriedForEver() throws Exception {
        BatchApplier applier = applier();
        odoo.faults.addAll(Collections.nCopies(5, Fault.LOST_BEFORE));
        assertThat(outcomes(applier.apply(Commands.notes(4)))).containsOnly(APPLIED);
        assertThat(odoo.batches).extracting(batch -> batch.size()).containsExactly(2, 2);

        odoo.faults.addAll(Collections.nCopies(40, Fault.LOST_BEFORE));
        assertThat(outcomes(applier.apply(List.of(Commands.note(9))))).containsExactly(APPLIED);
    }

    @Test
    void poisonIsFoundByHalvingAndCostsNoOtherCommand() throws Exception {
        List<SequencedCommand> commands = new ArrayList<>(Commands.notes(100));
        commands.set(17, Commands.poison(17));
        commands.set(99, Commands.poison(99));

        List<CommandResult> results = applier().apply(commands);

        assertThat(odoo.effects).hasSize(98).doesNotHaveDuplicates();
        assertThat(results.get(17).outcome()).isEqualTo(REJECTED);
        assertThat(results.get(17).error()).isEqualTo("made by a test");
        assertThat(results.get(99).outcome()).isEqualTo(REJECTED);
        assertThat(outcomes(results)).filteredOn(APPLIED::equals).hasSize(98);
        assertThat(counts.passedOver()).isEqualTo(2);
    }

    @Test
    void anActionThatRefusesEverythingIsNoReasonToRejectCommands() throws Exception {
        BatchApplier applier = applier();
        odoo.everythingIsRefused = true;

        assertThatThrownBy(() -> applier.apply(Commands.notes(4)))
                .isInstanceOfSatisfying(
                        OdooException.class,
                        e -> assertThat(e.failure()).isEqualTo(Failure.FATAL_CONFIGURATION))
                .hasMessageContaining("refuses every command of shard odoo.commands/3");
        assertThat(odoo.effects).isEmpty();
    }

    @Test
    void commandsForOneFieldAreSentAsOneAndEachGetsAResult() throws Exception {
        List<CommandResult> results =
                applier()
                        .apply(
                                List.of(
                                        Commands.date(1, 9, "D1", "D0"),
                                        Commands.date(2, 8, "E1", "E0"),
                                        Commands.date(3, 9, "D2", "D1"),
                                        Commands.date(4, 9, "D3", "D0")));

        assertThat(outcomes(results)).containsExactly(APPLIED, APPLIED, APPLIED, APPLIED);
        assertThat(odoo.batches.get(0)).hasSize(2);
        assertThat(odoo.batches.get(0).get(1).path("value").asText()).isEqualTo("D3");
        assertThat(odoo.batches.get(0).get(1).path("expect").asText()).isEqualTo("D0");
        assertThat(odoo.effects).containsExactly("date 2", "date 4");
        assertThat(counts.merged()).isEqualTo(2);
    }

    @Test
    void whatWasDecidedBeforeIsAskedForUnmerged() throws Exception {
        List<SequencedCommand> commands =
                List.of(Commands.date(1, 9, "D1", "D0"), Commands.date(2, 9, "D2", "D1"));
        List<CommandResult> first = applier().apply(commands);

        List<SequencedCommand> more = new ArrayList<>(commands);
        more.add(Commands.date(3, 9, "D3", "D2"));
        List<CommandResult> again = applier().apply(more);

        assertThat(again.subList(0, 2)).isEqualTo(first);
        assertThat(odoo.batches.get(1)).hasSize(3);
        assertThat(odoo.effects).containsExactly("date 2", "date 3");
    }

    @Test
    void theSameIdAtALaterPlaceIsADuplicate() throws Exception {
        BatchApplier applier = applier();
        applier.apply(List.of(Commands.note(1)));

        List<CommandResult> results =
                applier.apply(List.of(new SequencedCommand(2, Commands.note(1).command())));

        assertThat(outcomes(results)).containsExactly(DUPLICATE);
        assertThat(odoo.effects).hasSize(1);
    }

    @Test
    void whatLacksSomethingIsRejectedInWordsWithoutBeingTried() throws Exception {
        List<CommandResult> results =
                applier()
                        .apply(
                                List.of(
                                        Commands.at(
                                                1,
                                                Commands.command(CommandKind.SET_LINE_DATE, "x")
                                                        .setLineId(null))));

        assertThat(outcomes(results)).containsExactly(REJECTED);
        assertThat(results.get(0).error())
                .isEqualTo("SET_LINE_DATE: expected [lineId, value] but found none");
        assertThat(odoo.effects).isEmpty();
    }

    @Test
    void commandsPassNoFasterThanTheRate() throws Exception {
        applier(ApplierSettings.DEFAULT.batches(10).rate(50)).apply(Commands.notes(300));

        assertThat(pauses.total()).isBetween(Duration.ofMillis(4700), Duration.ofMillis(5200));
    }
}
