package io.milepost.e2e.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.stack.CommandLineRun;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.local.stack.EmbeddedStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An interchange of ten thousand transactions, a hundred of which cannot be used as they are. */
@ExtendWith(SharedStack.class)
@DisplayName("A hundred broken transactions of ten thousand")
class BrokenTransactionsTest {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int TRANSACTIONS = 10_000;

    /** Of a hundred transactions one has a code that the profile does not know, ... */
    private static final int UNKNOWN_CODE = 50;

    /** ... every other time; else it is the supplier's own mistake. */
    private static final int EVERY = 100;

    private static final String REPAIR = "codes:\n  line-answer: {ZQ: ACCEPTED}";

    @TempDir private Path folder;

    @Test
    void costNoOtherAndAreMappedWhenTheyAreRepaired(EmbeddedStack stack) throws Exception {
        Set<String> expected = new HashSet<>(interchange("10").events(REPAIR));
        assertThat(expected).hasSize(TRANSACTIONS);
        try (IntakeSite site = new IntakeSite(stack, folder, "broken")) {
            site.publish(Sent.Partner.NORTHWIND, 1);
            site.open();
            assertThat(site.calls().send(interchange("ten")).statusCode()).isEqualTo(202);
            IntakeOutputs outputs = site.outputs();
            outputs.await("every transaction", DEADLINE, () -> accounted(outputs, TRANSACTIONS));
            assertThat(outputs.events()).hasSize(TRANSACTIONS - 2 * UNKNOWN_CODE);
            assertThat(expected).containsAll(outputs.events());
            assertReasons(outputs.deadLetters());

            Instant repaired = Instant.now();
            site.publish(Sent.Partner.NORTHWIND, 2, REPAIR);
            replay(stack, site);
            outputs.await(
                    "those whose code is known now",
                    DEADLINE,
                    () ->
                            outputs.effective() == TRANSACTIONS - UNKNOWN_CODE
                                    && outputs.events().size() >= TRANSACTIONS - UNKNOWN_CODE);
            assertThat(outputs.known().values())
                    .as("known when they came, not when they were repaired")
                    .allSatisfy(known -> assertThat(known).isBefore(repaired));

            // The supplier corrects its own mistakes, and sends all of it again.
            assertThat(site.calls().send(corrected()).statusCode()).isEqualTo(202);
            outputs.await(
                    "every transaction",
                    DEADLINE,
                    () ->
                            outputs.effective() == TRANSACTIONS
                                    && outputs.balancedIn() > 0
                                    && outputs.events().size() >= TRANSACTIONS);
            assertThat(outputs.events()).isEqualTo(expected);
            assertThat(outputs.repeated()).as("told twice").isEmpty();
            long inbound = site.inbound();
            outputs.await(
                    inbound + " records in the books",
                    DEADLINE,
                    () -> outputs.balancedIn() == inbound);
            assertThat(outputs.duplicates()).isEqualTo(TRANSACTIONS - UNKNOWN_CODE);
        }
    }

    private static boolean accounted(IntakeOutputs outputs, int transactions) {
        // And the summary of the interchange. The books may be read before what they are about.
        return outputs.balancedIn() == transactions + 1
                && outputs.events().size() + outputs.deadLetters().size() >= transactions;
    }

    private static void replay(EmbeddedStack stack, IntakeSite site) {
        CommandLineRun replay =
                CommandLineRun.of(
                        stack,
                        site.kafka().topicPrefix(),
                        "dead-letters",
                        "replay",
                        "--topic=partner.inbound",
                        "--reason=INVALID");
        assertThat(replay.exitCode()).as(replay.people()).isZero();
        assertThat(replay.people()).contains(2 * UNKNOWN_CODE + " sent, 0 refused");
    }

    private static void assertReasons(List<DeadLetter> letters) {
        assertThat(letters).hasSize(2 * UNKNOWN_CODE);
        assertThat(letters)
                .allSatisfy(
                        letter -> {
                            assertThat(letter.getReason()).isEqualTo(RejectReason.INVALID);
                            assertThat(letter.getMessage()).contains("ACK");
                        });
        assertThat(letters.stream().filter(it -> it.getMessage().contains("ZQ")))
                .hasSize(UNKNOWN_CODE);
        assertThat(letters.stream().filter(it -> it.getMessage().contains("'ten'")))
                .hasSize(UNKNOWN_CODE);
    }

    /** The interchange as it comes first, its mistakes being what stands for a quantity of ten. */
    private static Sent interchange(String ten) {
        StringBuilder text = new StringBuilder();
        String whole = Sent.x12(7, 0).text();
        text.append(whole, 0, whole.indexOf("GE*"));
        for (int i = 1; i <= TRANSACTIONS; i++) {
            boolean unknownCode = i % (2 * EVERY) == 0;
            String transaction = Sent.acknowledgement(7, i, unknownCode ? "ZQ" : "IA", "EA");
            boolean mistake = i % (2 * EVERY) == EVERY;
            text.append(mistake ? transaction.replace("*IA*10*", "*IA*" + ten + "*") : transaction);
        }
        text.append("GE*%d*7~\nIEA*1*%09d~\n".formatted(TRANSACTIONS, 7));
        return new Sent(Sent.Partner.NORTHWIND, "msg_" + ten, text.toString());
    }

    private static Sent corrected() {
        return interchange("10");
    }
}
