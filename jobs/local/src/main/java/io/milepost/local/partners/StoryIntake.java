package io.milepost.local.partners;

import io.milepost.events.PartnerInbound;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.direct.DirectWriter;
import io.milepost.kafka.inbound.FirstKnown;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.partners.intake.FolderArchive;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeLimits;
import io.milepost.partners.intake.IntakeWatch;
import io.milepost.partners.intake.credential.StandardWebhook;
import io.milepost.partners.intake.credential.StandardWebhookSigner;
import io.milepost.partners.intake.http.IntakePartner;
import io.milepost.partners.intake.http.IntakeServer;
import io.milepost.partners.intake.http.IntakeServerOptions;
import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The HTTP intake of the product, and the partners that call it, on this machine. The calls are
 * made now, but what they bring is known from the story's time on: that is the one thing that is
 * not as it is in the product, whose intake leaves the time to the broker.
 */
final class StoryIntake implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CALLS_PER_MINUTE = 1_000_000;

    private final DirectWriter<PartnerInbound> writer;
    private final IntakeServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, StandardWebhookSigner> signers = new HashMap<>();
    private final Map<String, Long> knownMillis = new ConcurrentHashMap<>();

    /**
     * Starts it.
     *
     * @param archive folder of what was sent
     */
    StoryIntake(
            KafkaConnection kafka,
            RegistryFactory registry,
            Path archive,
            Collection<Correspondent> callers)
            throws IOException {
        writer = DirectWriter.open(kafka, registry.open(), Catalogue.PARTNER_INBOUND, PATIENCE);
        Intake intake =
                new Intake(
                        new FolderArchive(archive),
                        (key, piece) ->
                                writer.write(key, piece, known(piece)).thenApply(done -> null),
                        IntakeLimits.DEFAULT);
        server =
                IntakeServer.start(
                        intake,
                        callers.stream().map(StoryIntake::caller).toList(),
                        IntakeServerOptions.plain(0),
                        Clock.systemUTC(),
                        IntakeWatch.SILENT);
        callers.forEach(it -> signers.put(it.profile(), new StandardWebhookSigner(it.secret())));
    }

    private static IntakePartner caller(Correspondent who) {
        return new IntakePartner(
                who.profile(),
                who.voice().format(),
                List.of(new StandardWebhook(List.of(who.secret()), StandardWebhook.TOLERANCE)),
                CALLS_PER_MINUTE);
    }

    private List<RecordHeader> known(PartnerInbound piece) {
        Long millis = knownMillis.get(piece.getSenderMessageId());
        return millis == null
                ? List.of()
                : List.of(RecordHeader.text(FirstKnown.HEADER, Long.toString(millis)));
    }

    /**
     * A partner sends a message; when this returns it lies in Kafka.
     *
     * @param id the partner's own id of the call
     * @param knownMillis when it is known, milliseconds since 1970; {@code null} for now
     * @throws IOException if it was not taken
     */
    void post(Correspondent who, String id, byte[] body, Long knownMillis)
            throws IOException, InterruptedException {
        if (knownMillis != null) {
            this.knownMillis.put(id, knownMillis);
        }
        Instant now = Instant.now();
        HttpRequest call =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + server.address().getPort()
                                                + "/partners/"
                                                + who.profile()))
                        .header("webhook-id", id)
                        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                        .header("webhook-signature", signers.get(who.profile()).sign(id, now, body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        HttpResponse<String> answer = http.send(call, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    "the intake took no message of "
                            + who.profile()
                            + ": "
                            + answer.statusCode()
                            + " "
                            + answer.body());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        writer.close();
    }
}
