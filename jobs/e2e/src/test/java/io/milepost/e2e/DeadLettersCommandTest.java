package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.stack.CommandLineRun;
import io.milepost.e2e.stack.Expectation;
import io.milepost.e2e.stack.Feeder;
import io.milepost.e2e.stack.Poison;
import io.milepost.e2e.stack.Rules;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.e2e.stack.Story;
import io.milepost.events.DeadLetter;
import io.milepost.events.MilestoneName;
import io.milepost.events.RejectReason;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.TopicReading;
import io.milepost.local.feed.Micros;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can be done with rejected records from the command line, on the real stack. */
@ExtendWith(SharedStack.class)
@DisplayName("milepost dead-letters")
class DeadLettersCommandTest {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Instant SHIPPED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant GIVEN_UP = Instant.parse("2026-04-05T00:00:00Z");
    private static final Instant ORDERED = Instant.parse("2026-04-06T08:00:00Z");
    private static final Instant END = Instant.parse("2026-04-07T00:00:00Z");

    @Test
    void replayMakesAShipNoticeCountWhoseOrderCameTooLate(EmbeddedStack stack) throws Exception {
        try (EmbeddedRun run = run(stack, "letters-late.");
                Feeder feeder = new Feeder(run)) {
            feeder.send(Story.shipNotice("vendor-1", "SN-1", SHIPPED));
            feeder.heartbeats(GIVEN_UP);
            awaitLetters(run, 1);
            DeadLetter letter = run.views().deadLetters().get(0);
            assertThat(letter.getReason()).isEqualTo(RejectReason.UNMATCHED);
            feeder.send(Story.ordered(ORDERED, END));
            String address = address(letter);

            CommandLineRun dry =
                    CommandLineRun.of(run, "dead-letters", "replay", address, "--dry-run");
            assertThat(dry.exitCode()).as(dry.people()).isZero();
            assertThat(dry.results()).contains("UNMATCHED", address);
            assertThat(dry.people()).contains("1 would be sent, 0 not");
            assertThat(supplierEvents(run)).hasSize(1);

            CommandLineRun real = CommandLineRun.of(run, "dead-letters", "replay", address);
            assertThat(real.exitCode()).as(real.people()).isZero();
            assertThat(real.people()).contains("1 sent, 0 refused");
            assertSentAsItWas(supplierEvents(run), address);

            feeder.heartbeats(END);
            run.views().awaitClock(Micros.of(END), DEADLINE);
            assertThat(run.views().milestones().get(Story.LINE))
                    .containsOnlyKeys(MilestoneName.ORDERED, MilestoneName.SHIPPED)
                    .containsEntry(MilestoneName.SHIPPED, Micros.of(SHIPPED));
            Expectation.assertConserved(run.views(), 3, 1);
        }
    }

    @Test
    void listShowAndReplayChooseTheLettersThatAreMeant(EmbeddedStack stack) throws Exception {
        try (EmbeddedRun run = run(stack, "letters-many.");
                Feeder feeder = new Feeder(run)) {
            feeder.send(Story.ordered(SHIPPED, END));
            List<Poison.Dose> doses = Poison.every(run, feeder, SHIPPED, 7);
            feeder.sendAll(doses.stream().map(Poison.Dose::record).toList());
            awaitLetters(run, doses.size());

            CommandLineRun list = CommandLineRun.of(run, "dead-letters", "list");
            assertThat(list.exitCode()).as(list.people()).isZero();
            assertThat(list.results().lines()).hasSize(doses.size() + 1);
            CommandLineRun some =
                    CommandLineRun.of(
                            run,
                            "dead-letters",
                            "list",
                            "--reason=unknown_unit,not_the_vendor",
                            "--topic=odoo.receipts",
                            "--message-contains=zzleague",
                            "--since=2026-01-01");
            assertThat(some.results().lines()).hasSize(2);
            assertThat(some.results()).contains("UNKNOWN_UNIT");
            String unit = some.results().lines().toList().get(1).split(" +")[2];

            CommandLineRun shown = CommandLineRun.of(run, "dead-letters", "show", unit);
            assertThat(shown.exitCode()).as(shown.people()).isZero();
            assertThat(shown.results())
                    .contains("Reason     UNKNOWN_UNIT", "traceparent = 00-4bf9")
                    .contains("__connect.errors.connector.name = milestones")
                    .contains("\"unit\": \"ZZLEAGUE\"");

            CommandLineRun all = replayUndecodable(run);
            assertThat(all.exitCode()).as("the long one lies in its topic").isZero();
            assertThat(all.results())
                    .startsWith("{\"dryRun\":true,\"sent\":0,\"records\":[{\"address\":")
                    .contains("\"refused\":[]");
            forgetTheLongOne(run);
            CommandLineRun without = replayUndecodable(run);
            assertThat(without.exitCode()).as("the long one is gone").isEqualTo(1);
            assertThat(without.results())
                    .contains("\"refused\":[{\"address\":", "too long to be kept");
            assertThat(CommandLineRun.of(run, "dead-letters", "show", "nowhere/0/0").exitCode())
                    .isEqualTo(1);

            feeder.heartbeats(END);
            run.views().awaitClock(Micros.of(END), DEADLINE);
            Expectation.assertConserved(run.views(), doses.size() + 1L, 1);
        }
    }

    private static CommandLineRun replayUndecodable(EmbeddedRun run) throws Exception {
        return CommandLineRun.of(
                run,
                "dead-letters",
                "replay",
                "--reason=UNDECODABLE",
                "--dry-run",
                "--output=json");
    }

    /** The topic loses the record of which the letter does not hold everything. */
    private static void forgetTheLongOne(EmbeddedRun run) throws Exception {
        DeadLetter letter =
                run.views().deadLetters().stream()
                        .filter(it -> it.getReason() == RejectReason.UNDECODABLE)
                        .filter(it -> it.getValueSha256() != null)
                        .findFirst()
                        .orElseThrow();
        try (Admin admin = run.kafka().openAdmin()) {
            admin.deleteRecords(
                            Map.of(
                                    new TopicPartition(letter.getTopic(), letter.getPartition()),
                                    RecordsToDelete.beforeOffset(letter.getOffset() + 1)))
                    .all()
                    .get();
        }
    }

    private static void assertSentAsItWas(List<InboundRecord> records, String address) {
        assertThat(records).hasSize(2);
        InboundRecord first = records.get(0);
        InboundRecord again = records.get(1);
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(again.partition()).isEqualTo(first.partition());
        assertThat(again.timestampMillis()).isEqualTo(first.timestampMillis());
        assertThat(again.headers())
                .singleElement()
                .satisfies(
                        header -> {
                            assertThat(header.name()).isEqualTo("milepost-replayed-from");
                            assertThat(header.text()).isEqualTo(address);
                        });
    }

    private static List<InboundRecord> supplierEvents(EmbeddedRun run) throws IOException {
        List<InboundRecord> records = new ArrayList<>();
        TopicReading.read(
                run.kafka(),
                run.kafka().topic(Catalogue.SUPPLIER_EVENTS),
                record -> {
                    if (!record.isHeartbeat()) {
                        records.add(record);
                    }
                });
        return records;
    }

    private static void awaitLetters(EmbeddedRun run, int count) throws InterruptedException {
        run.views()
                .awaitCondition(
                        count + " dead letters",
                        DEADLINE,
                        () -> run.views().deadLetters().size() >= count);
    }

    private static String address(DeadLetter letter) {
        return letter.getTopic() + "/" + letter.getPartition() + "/" + letter.getOffset();
    }

    private static EmbeddedRun run(EmbeddedStack stack, String prefix)
            throws IOException, InterruptedException {
        return EmbeddedRun.on(
                stack, RunOptions.defaults().withTopicPrefix(prefix), List.of(Rules.receipt()));
    }
}
