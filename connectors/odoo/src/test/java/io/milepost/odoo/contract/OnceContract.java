package io.milepost.odoo.contract;

import static io.milepost.events.CommandOutcome.APPLIED;
import static io.milepost.events.CommandOutcome.CONFLICT;
import static io.milepost.events.CommandOutcome.DUPLICATE;
import static io.milepost.events.CommandOutcome.REJECTED;
import static io.milepost.odoo.contract.TestCommands.at;
import static io.milepost.odoo.contract.TestCommands.command;
import static io.milepost.odoo.contract.TestCommands.date;
import static io.milepost.odoo.contract.TestCommands.note;
import static io.milepost.odoo.contract.TestServer.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.OdooCommand;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.updates.BatchApplier;
import io.milepost.odoo.updates.CommandResult;
import io.milepost.odoo.updates.FencedException;
import io.milepost.odoo.updates.SequencedCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each effect once, counted in a real Odoo, whatever happens on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OnceContract {

    private static final Duration PATIENT = Duration.ofSeconds(60);

    private TestServer odoo;
    private ExecutorService threads;

    /** The server that is tried. */
    protected abstract ServerAccess access() throws Exception;

    /** Whether the server runs code that holds a lock for a while. */
    protected boolean runsAnyCode() {
        return false;
    }

    @BeforeAll
    final void open() throws Exception {
        odoo = new TestServer(access());
        threads = Executors.newCachedThreadPool();
    }

    @AfterAll
    final void close() throws Exception {
        threads.shutdownNow();
        odoo.close();
    }

    private String shard(String name) {
        return odoo.run + "/" + name;
    }

    private static List<SequencedCommand> noteDateActivity(List<Long> ids) {
        return List.of(
                at(10, note(ids.get(0), "only once")),
                at(12, date(ids.get(0), ids.get(1), "2027-02-01 00:00:00", null)),
                at(
                        15,
                        command(CommandKind.REVIEW_ACTIVITY, ids.get(0), ids.get(1))
                                .setNote("only once")
                                .build()));
    }

    private void assertOnce(List<Long> ids) throws Exception {
        assertThat(odoo.messages(ids.get(0), "only once")).isOne();
        assertThat(
                        odoo.count(
                                "mail.activity",
                                is("res_id", ids.get(0)),
                                is("res_model", "purchase.order")))
                .isOne();
        assertThat(odoo.text("purchase.order.line", ids.get(1), "date_planned"))
                .isEqualTo("2027-02-01 00:00:00");
    }

    private static List<CommandOutcome> outcomes(List<CommandResult> results) {
        return results.stream().map(CommandResult::outcome).toList();
    }

    @Test
    void anAnswerThatGetsLostAfterTheCommitIsAskedForAgain() throws Exception {
        List<Long> ids = odoo.order(1);
        try (CuttingProxy proxy = new CuttingProxy(odoo.url());
                OdooClient client = odoo.botAt(proxy.port(), PATIENT)) {
            BatchApplier applier = TestApplier.claimed(client, shard("lost"));
            proxy.answersToLose.set(2);

            List<CommandResult> results = applier.apply(noteDateActivity(ids));

            assertThat(outcomes(results)).containsExactly(APPLIED, APPLIED, APPLIED);
        }
        assertOnce(ids);
    }

    @Test
    void aRequestThatGetsLostIsSentAgain() throws Exception {
        List<Long> ids = odoo.order(1);
        try (CuttingProxy proxy = new CuttingProxy(odoo.url());
                OdooClient client = odoo.botAt(proxy.port(), PATIENT)) {
            BatchApplier applier = TestApplier.claimed(client, shard("request"));
            proxy.requestsToLose.set(2);

            assertThat(outcomes(applier.apply(noteDateActivity(ids))))
                    .containsExactly(APPLIED, APPLIED, APPLIED);
        }
        assertOnce(ids);
    }

    @Test
    void aCommitThatComesAfterTheTimeoutCounts() throws Exception {
        assumeThat(runsAnyCode()).as("a double runs no Python").isTrue();
        List<Long> ids = odoo.order(1);
        try (CuttingProxy proxy = new CuttingProxy(odoo.url());
                OdooClient client = odoo.botAt(proxy.port(), Duration.ofSeconds(3))) {
            BatchApplier applier = TestApplier.claimed(client, shard("late"));
            Future<?> locking =
                    threads.submit(
                            () ->
                                    odoo.code(
                                            ("env.cr.execute('select 1 from purchase_order_line"
                                                            + " where id = %d for update')\n"
                                                            + "env.cr.execute('select"
                                                            + " pg_sleep(8)')\n")
                                                    .formatted(ids.get(1))));
            awaitLock(ids.get(1));

            List<CommandResult> results = applier.apply(noteDateActivity(ids));

            locking.get();
            assertThat(outcomes(results)).containsExactly(APPLIED, APPLIED, APPLIED);
        }
        assertOnce(ids);
    }

    /** Until another transaction holds the line. */
    private void awaitLock(long line) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        boolean held = false;
        while (!held && System.nanoTime() < end) {
            held =
                    odoo.code(
                                    ("env.cr.execute('select count(*) from (select id from"
                                         + " purchase_order_line where id = %d for update skip"
                                         + " locked) l')\n"
                                         + "action = {'held': env.cr.fetchone()[0] == 0}\n")
                                            .formatted(line))
                            .path("held")
                            .asBoolean();
        }
        assertThat(held).as("line %d is locked by another transaction", line).isTrue();
    }

    @Test
    void aTaskWhoseShardWasClaimedByAnotherIsFenced() throws Exception {
        List<Long> ids = odoo.order(1);
        BatchApplier zombie = TestApplier.claimed(odoo.bot, shard("zombie"));
        BatchApplier owner = TestApplier.claimed(odoo.bot, shard("zombie"));

        assertThatThrownBy(() -> zombie.apply(noteDateActivity(ids)))
                .isInstanceOf(FencedException.class)
                .hasMessageContaining("expected epoch 1 in Odoo's ledger but found 2");
        assertThat(odoo.messages(ids.get(0), "only once")).isZero();

        owner.apply(noteDateActivity(ids));
        assertThatThrownBy(() -> zombie.apply(noteDateActivity(ids)))
                .isInstanceOf(FencedException.class);
        assertOnce(ids);
    }

    @Test
    void theNextTaskLearnsTheOutcomesOfTheOneBefore() throws Exception {
        List<Long> ids = odoo.order(1);
        List<SequencedCommand> commands = new ArrayList<>(noteDateActivity(ids));
        commands.add(
                at(16, date(ids.get(0), ids.get(1), "2027-02-02 00:00:00", "2027-01-01 00:00:00")));
        List<CommandResult> first =
                TestApplier.claimed(odoo.bot, shard("next")).apply(commands.subList(0, 3));
        odoo.write(
                "purchase.order.line", ids.get(1), Map.of("date_planned", "2027-05-05 00:00:00"));
        TestApplier.claimed(odoo.bot, shard("next")).apply(commands.subList(3, 4));

        BatchApplier next = TestApplier.claimed(odoo.bot, shard("next"));
        List<CommandResult> again = next.apply(commands);

        assertThat(again.subList(0, 3)).isEqualTo(first);
        assertThat(again.get(3).outcome()).isEqualTo(CONFLICT);
        assertThat(again.get(3).found()).isEqualTo("2027-05-05 00:00:00");
        assertThat(odoo.messages(ids.get(0), "only once")).isOne();
    }

    @Test
    void commandsMadeAgainByARollbackChangeNothing() throws Exception {
        List<Long> ids = odoo.order(1);
        OdooCommand moved =
                date(ids.get(0), ids.get(1), "2027-02-01 00:00:00", "2027-01-10 08:00:00");
        OdooCommand note = note(ids.get(0), "only once");
        BatchApplier applier = TestApplier.claimed(odoo.bot, shard("rollback"));
        applier.apply(List.of(at(1, moved), at(2, note)));
        odoo.write(
                "purchase.order.line", ids.get(1), Map.of("date_planned", "2027-01-10 08:00:00"));

        List<CommandResult> results =
                applier.apply(List.of(at(7, moved), at(8, note), at(9, note)));

        assertThat(outcomes(results)).containsExactly(DUPLICATE, DUPLICATE, DUPLICATE);
        assertThat(odoo.text("purchase.order.line", ids.get(1), "date_planned"))
                .as("a person set it back")
                .isEqualTo("2027-01-10 08:00:00");
        assertThat(odoo.messages(ids.get(0), "only once")).isOne();
    }

    @Test
    void aCommandThatEndedInConflictEndsSoAgainWhenItIsMadeAgain() throws Exception {
        List<Long> ids = odoo.order(1);
        OdooCommand moved =
                date(ids.get(0), ids.get(1), "2027-02-01 00:00:00", "2027-01-09 00:00:00");
        BatchApplier applier = TestApplier.claimed(odoo.bot, shard("overtaken"));
        List<CommandResult> first = applier.apply(List.of(at(1, moved)));
        assertThat(outcomes(first)).containsExactly(CONFLICT);
        OdooCommand again = OdooCommand.newBuilder(moved).setExpect(first.get(0).found()).build();

        List<CommandResult> results = applier.apply(List.of(at(7, again)));

        assertThat(outcomes(results)).containsExactly(CONFLICT);
        assertThat(results.get(0).found()).isEqualTo(first.get(0).found());
        assertThat(odoo.text("purchase.order.line", ids.get(1), "date_planned"))
                .isEqualTo(first.get(0).found());
    }

    @Test
    void aCommandThatOdooCannotProcessCostsNoOther() throws Exception {
        List<Long> ids = odoo.order(1);
        BatchApplier applier = TestApplier.claimed(odoo.bot, shard("poison"));
        List<SequencedCommand> commands = new ArrayList<>();
        for (int sequence = 0; sequence < 9; sequence++) {
            commands.add(at(sequence, note(ids.get(0), "note " + sequence + " of nine")));
        }
        commands.set(6, at(6, date(ids.get(0), ids.get(1), "no date", null)));

        List<CommandResult> results = applier.apply(commands);

        assertThat(results.get(6).outcome()).isEqualTo(REJECTED);
        assertThat(results.get(6).error()).contains("no date");
        assertThat(odoo.messages(ids.get(0), "of nine")).isEqualTo(8);
        assertThat(outcomes(results)).filteredOn(APPLIED::equals).hasSize(8);
    }

    @Test
    void aPersonsEditOfTheSameLineAtTheSameTimeIsNeverLost() throws Exception {
        List<Long> ids = odoo.order(1);
        BatchApplier applier = TestApplier.claimed(odoo.bot, shard("race"));
        String current = "2027-01-10 08:00:00";
        for (int round = 1; round <= 15; round++) {
            String human = "2027-03-%02d 10:00:00".formatted(round);
            String ours = "2027-04-%02d 00:00:00".formatted(round);
            Future<?> person =
                    threads.submit(
                            () -> {
                                odoo.write(
                                        "purchase.order.line",
                                        ids.get(1),
                                        Map.of("date_planned", human));
                                return null;
                            });
            CommandResult result =
                    applier.apply(List.of(at(round, date(ids.get(0), ids.get(1), ours, current))))
                            .get(0);
            person.get();

            assertThat(odoo.text("purchase.order.line", ids.get(1), "date_planned"))
                    .isEqualTo(human);
            assertThat(result.outcome()).as("round %d", round).isIn(APPLIED, CONFLICT);
            assertThat(result.found())
                    .as("round %d", round)
                    .isEqualTo(result.outcome() == CONFLICT ? human : null);
            current = human;
        }
    }

    @Test
    void commandsForOneFieldAreWrittenOnceAndAllCount() throws Exception {
        List<Long> ids = odoo.order(1);
        BatchApplier applier = TestApplier.claimed(odoo.bot, shard("merge"));
        List<CommandResult> results =
                applier.apply(
                        List.of(
                                at(
                                        1,
                                        date(
                                                ids.get(0),
                                                ids.get(1),
                                                "2027-02-01 00:00:00",
                                                "2027-01-10 08:00:00")),
                                at(2, note(ids.get(0), "between")),
                                at(
                                        3,
                                        date(
                                                ids.get(0),
                                                ids.get(1),
                                                "2027-02-02 00:00:00",
                                                "2027-02-01 00:00:00")),
                                at(
                                        4,
                                        date(
                                                ids.get(0),
                                                ids.get(1),
                                                "2027-02-03 00:00:00",
                                                "2027-01-10 08:00:00"))));

        assertThat(outcomes(results)).containsExactly(APPLIED, APPLIED, APPLIED, APPLIED);
        assertThat(odoo.text("purchase.order.line", ids.get(1), "date_planned"))
                .isEqualTo("2027-02-03 00:00:00");
    }
}
