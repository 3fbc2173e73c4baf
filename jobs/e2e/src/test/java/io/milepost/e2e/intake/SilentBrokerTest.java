package io.milepost.e2e.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.cli.Milepost;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.admin.SchemaSetup;
import io.milepost.kafka.admin.TopicOptions;
import io.milepost.kafka.admin.TopicSetup;
import io.milepost.kafka.inbound.TopicReading;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.stack.BrokerProcess;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.schemas.Catalogue;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What partners are told while the broker is down. */
@ExtendWith(SharedStack.class)
@DisplayName("The intake without a broker")
class SilentBrokerTest {

    private static final String PREFIX = "silent.";

    @TempDir private Path folder;

    @Test
    void acknowledgesNothingThatKafkaDoesNotHaveAndGoesOnByItself(EmbeddedStack stack)
            throws Exception {
        IntakeFiles files = IntakeFiles.write(folder, "2 s");
        Calls calls = new Calls();
        BrokerProcess first = broker(0);
        KafkaConnection kafka = KafkaConnection.plain(first.bootstrapServers(), PREFIX);
        try {
            setUp(kafka, stack.registryUrl());
            try (IntakeProcess intake =
                    files.open(
                            Milepost.class,
                            kafka.bootstrapServers(),
                            stack.registryUrl(),
                            PREFIX)) {
                calls.to(intake.calls());
                assertThat(calls.send(Sent.json(1)).statusCode()).isEqualTo(202);
                first.close();

                HttpResponse<String> refused = calls.send(Sent.json(2));
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                assertThat(refused.headers().firstValue("retry-after")).isPresent();

                try (BrokerProcess second = broker(port(kafka))) {
                    intake.await(
                            "takes the message",
                            () -> calls.send(Sent.json(2)).statusCode() == 202);
                    intake.await(
                            "is ready again",
                            () -> calls.get(intake.operators(), "/readyz").statusCode() == 200);
                    assertThat(transactions(kafka)).as("at least both").isGreaterThanOrEqualTo(2);
                    assertThat(intake.terminate()).as(intake.people()).isZero();
                }
            }
        } finally {
            first.close();
        }
    }

    private BrokerProcess broker(int port) throws Exception {
        return BrokerProcess.start(port, folder.resolve("broker"), folder.resolve("broker.log"));
    }

    private static int port(KafkaConnection kafka) {
        String servers = kafka.bootstrapServers();
        return Integer.parseInt(servers.substring(servers.indexOf(':') + 1));
    }

    private static void setUp(KafkaConnection kafka, String registryUrl) throws Exception {
        try (Admin admin = kafka.openAdmin();
                SchemaRegistryClient client = RegistryConnection.plain(registryUrl).open()) {
            new TopicSetup(admin, PREFIX).create(TopicOptions.standard());
            new SchemaSetup(client, PREFIX).register();
        }
    }

    private static long transactions(KafkaConnection kafka) throws Exception {
        AtomicLong count = new AtomicLong();
        TopicReading.read(
                kafka,
                kafka.topic(Catalogue.PARTNER_INBOUND),
                record -> {
                    if (!record.isHeartbeat()) {
                        count.incrementAndGet();
                    }
                });
        return count.get();
    }
}
