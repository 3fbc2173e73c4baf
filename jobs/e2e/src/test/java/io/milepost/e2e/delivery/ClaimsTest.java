package io.milepost.e2e.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.e2e.stack.CatalogueTopics;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.DeliveryStage;
import io.milepost.events.PartnerDelivery;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.claim.Claim;
import io.milepost.kafka.claim.ClaimLostException;
import io.milepost.kafka.claim.ClaimedWriter;
import io.milepost.kafka.claim.Claims;
import io.milepost.kafka.claim.NewerClaimException;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.pipelines.start.TopicToEnd;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may write to a topic, by the real broker. */
@ExtendWith(SharedStack.class)
@DisplayName("Claims of a topic")
class ClaimsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void whoClaimsLaterIsNewerWhateverTheClocksSay(EmbeddedStack stack) throws Exception {
        KafkaConnection kafka = site(stack, "claims-next.");
        Claim first = Claims.next(kafka, name(kafka), NOW);
        writer(stack, kafka, first, 0, 1).close();

        assertThat(first.run()).isEqualTo(NOW.toEpochMilli());
        assertThat(Claims.next(kafka, name(kafka), NOW.minusSeconds(60)).run())
                .isEqualTo(first.run() + 1);
        assertThat(Claims.next(kafka, "else." + name(kafka), Instant.EPOCH).run())
                .as("what others claim")
                .isEqualTo(1);
    }

    @Test
    void whatAnOlderRunWritesAfterwardsIsNotThere(EmbeddedStack stack) throws Exception {
        KafkaConnection kafka = site(stack, "claims-older.");
        Claim older = new Claim(name(kafka), 1_000);
        Claim newer = new Claim(name(kafka), 2_000);
        try (ClaimedWriter<PartnerDelivery> first = writer(stack, kafka, older, 0, 2);
                ClaimedWriter<PartnerDelivery> second = writer(stack, kafka, older, 1, 2)) {
            wait(first.write("d1", entry("d1")));
            wait(second.write("d2", entry("d2")));
            try (ClaimedWriter<PartnerDelivery> third = writer(stack, kafka, newer, 0, 1)) {
                assertThat(documents(kafka)).containsExactlyInAnyOrder("d1", "d2");
                assertLost(first.write("d3", entry("d3")));
                assertLost(second.write("d4", entry("d4")));
                assertLost(second.write("d5", entry("d5")));
                wait(third.write("d6", entry("d6")));
                assertThatThrownBy(() -> writer(stack, kafka, older, 0, 2))
                        .isInstanceOf(NewerClaimException.class)
                        .hasMessage(
                                "claims-older.partner.deliveries: expected no newer run than that"
                                        + " of 1970-01-01T00:00:01Z but found that of"
                                        + " 1970-01-01T00:00:02Z, which has taken over");
                wait(third.write("d7", entry("d7")));
            }
        }

        assertThat(documents(kafka)).containsExactlyInAnyOrder("d1", "d2", "d6", "d7");
    }

    @Test
    void theSameRunTakesOverFromWhatIsLeftOfIt(EmbeddedStack stack) throws Exception {
        KafkaConnection kafka = site(stack, "claims-same.");
        Claim claim = new Claim(name(kafka), 1_000);
        try (ClaimedWriter<PartnerDelivery> left = writer(stack, kafka, claim, 0, 1);
                ClaimedWriter<PartnerDelivery> again = writer(stack, kafka, claim, 0, 1)) {
            assertLost(left.write("d1", entry("d1")));
            wait(again.write("d2", entry("d2")));
            try (ClaimedWriter<PartnerDelivery> one = writer(stack, kafka, claim, 0, 2);
                    ClaimedWriter<PartnerDelivery> two = writer(stack, kafka, claim, 1, 2)) {
                assertLost(again.write("d3", entry("d3")));
                wait(one.write("d4", entry("d4")));
                wait(two.write("d5", entry("d5")));
            }
        }

        assertThat(documents(kafka)).containsExactlyInAnyOrder("d2", "d4", "d5");
    }

    @Test
    void aRunThatIsShownStopsOlderOnesAndTakesNothingFromThem(EmbeddedStack stack)
            throws Exception {
        KafkaConnection kafka = site(stack, "claims-shown.");
        Claim older = new Claim(name(kafka), 1_000);
        Claim newer = new Claim(name(kafka), 2_000);
        Claims.show(kafka, older, 0);
        try (ClaimedWriter<PartnerDelivery> writer = writer(stack, kafka, older, 0, 1)) {
            Claims.show(kafka, newer, 0);
            Claims.show(kafka, newer, 0);
            wait(writer.write("d1", entry("d1")));
            assertThatThrownBy(() -> Claims.show(kafka, older, 0))
                    .isInstanceOf(NewerClaimException.class);
        }
    }

    private static KafkaConnection site(EmbeddedStack stack, String prefix) throws Exception {
        KafkaConnection kafka = KafkaConnection.plain(stack.bootstrapServers(), prefix);
        CatalogueTopics.create(kafka, RegistryConnection.plain(stack.registryUrl()));
        return kafka;
    }

    private static String name(KafkaConnection kafka) {
        return kafka.topic(Catalogue.PARTNER_DELIVERIES);
    }

    private static ClaimedWriter<PartnerDelivery> writer(
            EmbeddedStack stack, KafkaConnection kafka, Claim claim, int subtask, int subtasks)
            throws IOException {
        return ClaimedWriter.open(
                kafka,
                RegistryConnection.plain(stack.registryUrl()).open(),
                Catalogue.PARTNER_DELIVERIES,
                claim,
                subtask,
                subtasks,
                PATIENCE);
    }

    private static void wait(CompletableFuture<Void> written) throws Exception {
        written.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void assertLost(CompletableFuture<Void> written) {
        assertThatThrownBy(() -> wait(written)).hasCauseInstanceOf(ClaimLostException.class);
    }

    private static List<String> documents(KafkaConnection kafka) throws IOException {
        return TopicToEnd.read(kafka, Catalogue.PARTNER_DELIVERIES).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }

    private static PartnerDelivery entry(String documentId) {
        return PartnerDelivery.newBuilder()
                .setDocumentId(documentId)
                .setStage(DeliveryStage.INTENDED)
                .setInstance("test")
                .setCompany("1")
                .setPartner("502")
                .setProfile("p502")
                .setProfileVersion(1)
                .setMessageType("850")
                .setControlNumber(1)
                .setOrderId(1)
                .setOrderName("P1")
                .setLines(List.of())
                .setAt(NOW)
                .setPayload(ByteBuffer.allocate(0))
                .build();
    }
}
