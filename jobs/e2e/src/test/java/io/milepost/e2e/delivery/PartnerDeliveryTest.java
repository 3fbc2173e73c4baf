package io.milepost.e2e.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.OrderState;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.partners.message.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The job partner-delivery over the real broker, with partners that are doubles. */
@ExtendWith(SharedStack.class)
@DisplayName("partner-delivery")
class PartnerDeliveryTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final int ORDERS = 4;
    private static final String SECRET = "whsec_bWlsZXBvc3QtZGVsaXZlcnktdGVzdC1zZWNyZXQ=";

    @TempDir private Path folder;

    private final OwedOrders owed = new OwedOrders();

    @Test
    void tellsEachSupplierOnceThroughFailuresAndARollback(EmbeddedStack stack) throws Exception {
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets").resolve("acme"), SECRET);
        try (PartnerDouble acme = new PartnerDouble();
                PartnerDouble brook = new PartnerDouble();
                DeliveryRun run = new DeliveryRun(stack, "delivery", folder)) {
            profiles(run, acme, brook);
            run.startIntake();
            run.start(null);
            DeliveryOutputs outputs = run.outputs();
            send(run, OrderState.PURCHASE, 1);
            run.feeder()
                    .send(
                            owed.order(
                                    999,
                                    "501",
                                    OrderState.PURCHASE,
                                    1,
                                    OwedOrders.DAY.minus(Duration.ofDays(30))));
            outputs.await("the orders", DEADLINE, () -> outputs.documentsDone() == 3 * ORDERS + 1);
            assertThat(acme.taken()).hasSize(ORDERS).allMatch(t -> t.signature() != null);
            assertThat(acme.taken().get(0).body()).startsWith("ISA*").contains("ST*850*");
            assertThat(brook.taken()).hasSize(ORDERS).allMatch(t -> t.body().startsWith("{"));
            String savepoint = run.savepoint();

            brook.down(true);
            send(run, OrderState.PURCHASE, 5);
            outputs.await(
                    "the changes of those who are there",
                    DEADLINE,
                    () -> acme.taken().size() == 2 * ORDERS && brook.turnedAway() > 0);
            stack.cluster().replaceTaskManagers();
            send(run, OrderState.CANCELLED, 5);
            outputs.await(
                    "the cancellations of those who are there",
                    DEADLINE,
                    () -> distinct(acme) == 3 * ORDERS && files().size() == 3 * ORDERS);
            assertThat(distinct(brook)).isEqualTo(ORDERS);
            brook.down(false);
            outputs.await("what waited", DEADLINE, () -> outputs.documentsDone() == 9 * ORDERS + 1);
            // To each partner one document at a time is under way.
            assertOnce(acme, 1);
            assertOnce(brook, 1);
            int before = acme.taken().size() + brook.taken().size();

            run.cancel();
            run.start(savepoint);
            run.feeder().send(owed.order(777, "501", OrderState.PURCHASE, 1));
            // What came after the savepoint is in the topic twice now, and comes three times.
            outputs.await(
                    "everything again, and one more",
                    DEADLINE,
                    () -> outputs.documentsDone() == 9 * ORDERS + 1 + 12 * ORDERS + 1);
            assertThat(acme.taken().size() + brook.taken().size()).isEqualTo(before + 1);
            assertThat(distinct(acme)).isEqualTo(3 * ORDERS + 1);
            assertThat(files()).hasSize(3 * ORDERS);
            assertSaid(outputs);
        }
    }

    @Test
    void wouldTellThemTwiceWithoutTheLedger(EmbeddedStack stack) throws Exception {
        try (PartnerDouble brook = new PartnerDouble();
                DeliveryRun run = new DeliveryRun(stack, "delivery-twice", folder)) {
            run.feeder().send(OwedOrders.profile("502", "generic-dcsa", "url: " + brook.url()));
            run.start(null);
            run.feeder().send(owed.order(1, "502", OrderState.PURCHASE, 1));
            run.outputs().await("the order", DEADLINE, () -> brook.taken().size() == 1);
            run.cancel();
            run.loseTheLedger();
            run.start(null);
            run.outputs().await("the order again", DEADLINE, () -> brook.taken().size() > 1);

            assertThatThrownBy(() -> assertOnce(brook, 0)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void answersWhatCameInOnceThroughARollback(EmbeddedStack stack) throws Exception {
        try (PartnerDouble acme = new PartnerDouble();
                PartnerDouble dune = new PartnerDouble();
                DeliveryRun run = new DeliveryRun(stack, "delivery-answers", folder)) {
            answered(run, "functional", acme, dune);
            run.start(null);
            DeliveryOutputs outputs = run.outputs();
            run.take("p501", Format.X12, CameIn.interchange(905));
            run.take("p504", Format.UBL, CameIn.orderResponse());
            outputs.await("the answers", DEADLINE, () -> outputs.documentsDone() == 2);
            assertAnswered(acme, dune);
            String savepoint = run.savepoint();

            run.take("p501", Format.X12, CameIn.interchange(905));
            run.take("p501", Format.X12, CameIn.interchange(906));
            outputs.await("another answer", DEADLINE, () -> outputs.documentsDone() == 4);
            run.cancel();
            run.start(savepoint);
            // Both are answered again, and what was answered before comes again as well.
            outputs.await("everything again", DEADLINE, () -> outputs.documentsDone() == 8);

            assertThat(acme.taken()).hasSize(2);
            assertThat(acme.taken().get(1).body()).contains("AK1*PR*906~");
            assertThat(dune.taken()).hasSize(1);
            assertThat(outputs.deadLetters()).isEmpty();
        }
    }

    @Test
    void wouldAnswerNobodyIfProfilesDidNotSaySo(EmbeddedStack stack) throws Exception {
        try (PartnerDouble acme = new PartnerDouble();
                PartnerDouble dune = new PartnerDouble();
                DeliveryRun run = new DeliveryRun(stack, "delivery-unanswered", folder)) {
            answered(run, "none", acme, dune);
            run.start(null);
            run.take("p501", Format.X12, CameIn.interchange(905));
            run.take("p504", Format.UBL, CameIn.orderResponse());
            run.outputs()
                    .await("what came in", DEADLINE, () -> run.outputs().piecesDone() == 3 + 1 + 1);

            assertThatThrownBy(() -> assertAnswered(acme, dune)).isInstanceOf(AssertionError.class);
        }
    }

    private static void answered(
            DeliveryRun run, String reply, PartnerDouble acme, PartnerDouble dune)
            throws IOException {
        run.feeder().send(OwedOrders.x12Profile("501", acme, "reply: " + reply));
        run.feeder()
                .send(
                        OwedOrders.profile(
                                "504", "generic-ubl", "url: " + dune.url(), "reply: " + reply));
    }

    private static void assertAnswered(PartnerDouble acme, PartnerDouble dune) {
        assertThat(acme.taken()).hasSize(1);
        assertThat(acme.taken().get(0).body())
                .startsWith("ISA*")
                .contains("ST*997*0001~", "AK1*PR*905~")
                .contains("AK5*A~\nAK2*855*0002~\nAK3*BK*2**1~\nAK5*R*4*5~\nAK2*855*0003~\nAK5*A~")
                .contains("AK9*P*3*3*2~");
        assertThat(dune.taken()).hasSize(1);
        assertThat(dune.taken().get(0).body())
                .contains("ApplicationResponse-2", "<cbc:ResponseCode>AB<", "<cbc:ID>OC-4711<");
    }

    private void profiles(DeliveryRun run, PartnerDouble acme, PartnerDouble brook)
            throws IOException {
        run.feeder().send(OwedOrders.x12Profile("501", acme, "secret: acme"));
        run.feeder().send(OwedOrders.profile("502", "generic-dcsa", "url: " + brook.url()));
        run.feeder().send(OwedOrders.profile("503", "generic-dcsa", "folder: creek"));
    }

    private void send(DeliveryRun run, OrderState state, int quantity) throws IOException {
        for (int i = 1; i <= ORDERS; i++) {
            for (int vendor = 501; vendor <= 503; vendor++) {
                run.feeder().send(owed.order(vendor * 100L + i, "" + vendor, state, quantity));
            }
        }
        run.feeder().heartbeats(OwedOrders.DAY);
    }

    private static long distinct(PartnerDouble partner) {
        return partner.taken().stream().map(PartnerDouble.Taken::key).distinct().count();
    }

    /**
     * Each document once, in the same bytes.
     *
     * @param mayRepeat how many were under way when a TaskManager was killed, and may have come
     *     again
     */
    static void assertOnce(PartnerDouble partner, int mayRepeat) {
        Map<String, List<String>> bodies =
                partner.taken().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PartnerDouble.Taken::key,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                PartnerDouble.Taken::body, Collectors.toList())));
        assertThat(bodies.values()).allSatisfy(same -> assertThat(Set.copyOf(same)).hasSize(1));
        assertThat(partner.taken().size() - bodies.size())
                .as("documents that came twice")
                .isLessThanOrEqualTo(mayRepeat);
    }

    private static void assertSaid(DeliveryOutputs outputs)
            throws IOException, RejectedRecordException {
        outputs.await(
                "that all lines were sent",
                DEADLINE,
                () -> outputs.said().size() == 2 * (3 * ORDERS + 1));
        assertThat(outputs.said()).contains("SENT P50101 501011", "SENT P777 7771");
        assertThat(outputs.deadLetters()).isEmpty();
    }

    private List<String> files() {
        Path creek = folder.resolve("out").resolve("creek");
        if (!Files.isDirectory(creek)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(creek)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
