package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.CommandOutcome;
import io.milepost.events.OdooResult;
import io.milepost.events.RejectReason;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.updates.UpdateAction;
import io.milepost.schemas.Catalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The job odoo-updates over the real broker, beside a double of Odoo that fails on purpose. */
@ExtendWith(SharedStack.class)
@DisplayName("odoo-updates")
class UpdatesTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final long SEED = Long.getLong("milepost.seed", 42L);

    @Test
    void bringsCommandsIntoOdooAndSaysWhatBecameOfThem(EmbeddedStack stack) throws Exception {
        try (OdooSite site = OdooSite.start();
                UpdatesRun run = new UpdatesRun(stack, site, "updates")) {
            List<Site.Line> lines = site.orders(4);
            Site.Line moved = lines.get(0);
            Site.Line edited = lines.get(1);
            Site.Line cancelled = lines.get(2);
            site.odoo().desk().buying().setDate(edited.line(), "2026-12-11 08:00:00");
            site.odoo().desk().buying().cancel(cancelled.order());

            run.ask(
                    List.of(
                            Asked.date(moved, "c1", Effects.MOVED, Site.PLANNED),
                            Asked.date(edited, "c2", Effects.MOVED, Site.PLANNED),
                            Asked.date(cancelled, "c3", Effects.MOVED, Site.PLANNED),
                            Asked.review(moved, "c4", "Supplier confirmed 60 of 100"),
                            Asked.note(moved, "c5", "Supplier confirmed 60 of 100")));
            run.feeder()
                    .send(
                            new ProducerRecord<>(
                                    run.kafka().topic(Catalogue.COMMANDS),
                                    bytes("key"),
                                    new byte[] {7, 7, 7}));
            run.ask(List.of(Asked.elsewhere(Asked.note(moved, "c6", "Not ours"))));
            run.feeder().heartbeats(Asked.KNOWN_AT);
            UpdateOutputs outputs = run.outputs();
            outputs.await("the books to balance", DEADLINE, () -> outputs.balancedIn() == 7);
            outputs.await("five results", DEADLINE, () -> outputs.results().size() == 5);
            outputs.await("two dead letters", DEADLINE, () -> outputs.deadLetters().size() == 2);
            outputs.await("promises", DEADLINE, () -> outputs.heartbeats() > 0);

            assertThat(outputs.outcomes())
                    .isEqualTo(
                            Map.of(
                                    CommandOutcome.APPLIED, 3L,
                                    CommandOutcome.CONFLICT, 1L,
                                    CommandOutcome.REJECTED, 1L));
            assertThat(result(outputs, "c2").getFound()).isEqualTo("2026-12-11 08:00:00");
            assertThat(result(outputs, "c3").getMessage()).contains("is cancelled");
            assertThat(outputs.deadLetters())
                    .extracting(letter -> letter.getReason())
                    .containsExactlyInAnyOrder(RejectReason.REFUSED, RejectReason.NOT_FRAMED);
            assertThat(site.date(moved)).isEqualTo(Effects.MOVED);
            assertThat(site.date(edited))
                    .as("what a person wrote")
                    .isEqualTo("2026-12-11 08:00:00");
            assertThat(site.odoo().counts().activities("purchase.order", moved.order())).isOne();
            assertThat(site.odoo().counts().messages("purchase.order", moved.order())).isOne();
        }
    }

    @Test
    void hasEachEffectOnceWhateverFails(EmbeddedStack stack) throws Exception {
        try (OdooSite site = OdooSite.start();
                UpdatesRun run = new UpdatesRun(stack, site, "updates-kills", "--odoo-batch=7")) {
            assertOnce(stack, site, run);
        }
    }

    @Test
    void wouldHaveEffectsTwiceIfOdooKeptNoLedger(EmbeddedStack stack) throws Exception {
        try (OdooSite site = OdooSite.start(EmbeddedOdooOptions.version18().withoutLedger());
                UpdatesRun run = new UpdatesRun(stack, site, "updates-twice", "--odoo-batch=7")) {
            assertThatThrownBy(() -> assertOnce(stack, site, run))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("of order");
        }
    }

    private static void assertOnce(EmbeddedStack stack, OdooSite site, UpdatesRun run)
            throws Exception {
        Random random = new Random(SEED);
        var faults = site.odoo().faults();
        for (int call = 2; call < 40; call += 3) {
            switch (random.nextInt(5)) {
                case 0 -> faults.onOperation("apply").fromCall(call).dropAfterCommit();
                case 1 -> faults.onOperation("apply").fromCall(call).dropBeforeCommit();
                case 2 -> faults.onOperation("apply").fromCall(call).serializationFailure();
                case 3 -> faults.onOperation("apply").fromCall(call).http(500);
                default -> faults.onOperation("apply").fromCall(call).dropBefore();
            }
        }
        Effects.assertOnce(stack, site, run, 40, DEADLINE, () -> {}, "seed " + SEED);
    }

    @Test
    void endsForGoodWhenAnotherTakesItsShard(EmbeddedStack stack) throws Exception {
        try (OdooSite site = OdooSite.start();
                UpdatesRun run = new UpdatesRun(stack, site, "updates-fenced")) {
            Site.Line line = site.orders(1).get(0);
            run.ask(List.of(Asked.note(line, "ours", "Ours")));
            UpdateOutputs outputs = run.outputs();
            outputs.await("the first result", DEADLINE, () -> outputs.results().size() == 1);

            try (OdooClient rival = site.client()) {
                UpdateAction action = UpdateAction.find(rival);
                for (String shard : site.shards()) {
                    action.claim(shard);
                }
            }
            run.ask(List.of(Asked.note(line, "late", "Late")));
            JobEnds.await(run.job(), JobStatus.FAILED, DEADLINE);
            assertThat(site.odoo().counts().messages("purchase.order", line.order())).isOne();
        }
    }

    private static OdooResult result(UpdateOutputs outputs, String id) {
        return outputs.results().stream()
                .filter(r -> r.getCommandId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
