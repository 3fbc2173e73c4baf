package io.milepost.e2e.partners;

import io.milepost.e2e.stack.CatalogueTopics;
import io.milepost.e2e.stack.CommittedReader;
import io.milepost.e2e.stack.Feeder;
import io.milepost.events.Account;
import io.milepost.events.Acknowledgement;
import io.milepost.events.DeadLetter;
import io.milepost.events.Interchange;
import io.milepost.events.PartnerChannel;
import io.milepost.events.PartnerFormat;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.PartnerTransaction;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.pipelines.partners.PartnerIntakeJob;
import io.milepost.pipelines.partners.PartnerIntakeSettings;
import io.milepost.pipelines.partners.PartnerTopics;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The job partner-intake on the shared stack, with topics of its own, and what it says. */
final class IntakeRun implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final List<Topic<?>> READ =
            List.of(Catalogue.SUPPLIER_EVENTS, Catalogue.DEAD_LETTERS, Catalogue.ACCOUNTS);

    private final KafkaConnection kafka;
    private final JobClient job;
    private final Feeder feeder;
    private final CommittedReader reader;
    private final List<Acknowledgement> acknowledgements = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private long profiles;
    private int sent;

    IntakeRun(EmbeddedStack stack, String name) throws Exception {
        kafka = KafkaConnection.plain(stack.bootstrapServers(), name + ".");
        RegistryConnection registry = RegistryConnection.plain(stack.registryUrl());
        CatalogueTopics.create(kafka, registry);
        StreamExecutionEnvironment environment = stack.environment();
        PartnerIntakeJob.define(
                environment,
                PartnerIntakeSettings.parse(
                        new String[] {
                            "--bootstrap-servers=" + kafka.bootstrapServers(),
                            "--registry-url=" + stack.registryUrl(),
                            "--topic-prefix=" + kafka.topicPrefix(),
                            "--environment=" + name,
                            "--checkpoint-interval=500 ms"
                        }),
                new HeartbeatWatermarks());
        job = environment.executeAsync(PartnerIntakeJob.NAME);
        feeder = new Feeder(kafka, registry, PartnerTopics.SOURCES);
        reader = new CommittedReader(kafka, registry, READ, (key, record) -> add(record));
    }

    String prefix() {
        return kafka.topicPrefix();
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    private void add(SpecificRecord record) {
        if (record instanceof SupplierEvent event
                && event.getBody() instanceof Acknowledgement acknowledgement) {
            acknowledgements.add(acknowledgement);
        } else if (record instanceof DeadLetter letter) {
            deadLetters.add(letter);
        } else if (record instanceof Account account
                && account.getTopic().equals(kafka.topic(Catalogue.PARTNER_PROFILES))) {
            profiles += account.getRecordsIn();
        }
    }

    /** Waits until the running job has taken in so many records of profiles. */
    void awaitProfiles(int records) throws Exception {
        await(records + " records of profiles in the books", () -> profiles >= records);
    }

    /** Sends a message of a profile, as the intake writes it; each call is another interchange. */
    void send(String profile, String message) throws Exception {
        sent++;
        String control = "%09d".formatted(sent);
        PartnerInbound piece =
                PartnerInbound.newBuilder()
                        .setReceiptId("r-" + sent)
                        .setProfile(profile)
                        .setChannel(PartnerChannel.HTTP)
                        .setFormat(PartnerFormat.X12)
                        .setOriginalSha256("0".repeat(64))
                        .setOriginalLength(message.length())
                        .setInterchange(Interchange.newBuilder().setControlNumber(control).build())
                        .setBody(
                                PartnerTransaction.newBuilder()
                                        .setPayload(
                                                ByteBuffer.wrap(
                                                        message.getBytes(StandardCharsets.UTF_8)))
                                        .build())
                        .build();
        feeder.send(
                new ProducerRecord<>(
                        kafka.topic(Catalogue.PARTNER_INBOUND),
                        (profile + "/" + control).getBytes(StandardCharsets.UTF_8),
                        feeder.encode(Catalogue.PARTNER_INBOUND, piece)));
    }

    /** Writes a version past the command. */
    void write(PartnerProfileVersion version) throws Exception {
        feeder.send(
                new ProducerRecord<>(
                        kafka.topic(Catalogue.PARTNER_PROFILES),
                        (version.getProfile() + "/" + version.getVersion())
                                .getBytes(StandardCharsets.UTF_8),
                        feeder.encode(Catalogue.PARTNER_PROFILES, version)));
    }

    /** The acknowledgement that follows those that were there. */
    Acknowledgement next() throws Exception {
        int before = acknowledgements.size();
        await("acknowledgement " + (before + 1), () -> acknowledgements.size() > before);
        return acknowledgements.get(before);
    }

    /** Waits for so many dead letters. */
    void awaitLetters(int letters) throws Exception {
        await(letters + " dead letters", () -> deadLetters.size() >= letters);
    }

    private void await(String what, BooleanSupplier condition) throws Exception {
        reader.await(
                what,
                DEADLINE,
                condition,
                () ->
                        "%d acknowledgements, %d records of profiles, dead letters %s"
                                .formatted(acknowledgements.size(), profiles, deadLetters));
    }

    @Override
    public void close() throws Exception {
        reader.close();
        feeder.close();
        job.cancel().get();
    }
}
