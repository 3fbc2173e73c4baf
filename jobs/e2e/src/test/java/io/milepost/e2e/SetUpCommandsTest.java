package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.stack.CommandLineRun;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.admin.TopicOptions;
import io.milepost.kafka.admin.TopicSetup;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An environment is set up from the command line, on a real broker and registry. */
@ExtendWith(SharedStack.class)
@DisplayName("Setting up")
class SetUpCommandsTest {

    private static final int TOPICS = Catalogue.all().size();
    private static final String RULE =
            """
            rules:
              - rule: receipt
                version: 1
                effectiveFrom: 2000-01-01T00:00:00Z
                expects: RECEIVED
                due: {from: current-promise}
                severity: HIGH
            """;

    @TempDir private Path folder;

    @Test
    void createsWhatIsMissingOnceAndDescribesIt(EmbeddedStack stack) {
        CommandLineRun before = CommandLineRun.of(stack, "set-up.", "topics", "describe");
        assertThat(before.exitCode()).as(before.people()).isEqualTo(3);
        assertThat(before.results()).contains("(missing)", "MISSING");

        CommandLineRun dry = CommandLineRun.of(stack, "set-up.", "topics", "create", "--dry-run");
        assertThat(dry.exitCode()).as(dry.people()).isZero();
        assertThat(dry.results().lines().filter(it -> it.startsWith("topic "))).hasSize(TOPICS);
        assertThat(CommandLineRun.of(stack, "set-up.", "topics", "describe").results())
                .isEqualTo(before.results());

        CommandLineRun real = CommandLineRun.of(stack, "set-up.", "topics", "create");
        assertThat(real.exitCode()).as(real.people()).isZero();
        assertThat(real.results()).isEqualTo(dry.results());
        CommandLineRun after = CommandLineRun.of(stack, "set-up.", "topics", "describe");
        assertThat(after.exitCode()).as(after.people()).isZero();
        assertThat(after.results())
                .contains("FULL_TRANSITIVE", "REGISTERED")
                .doesNotContain("missing", "MISSING", "found");

        CommandLineRun again =
                CommandLineRun.of(stack, "set-up.", "topics", "create", "--output=json");
        assertThat(again.results().strip())
                .isEqualTo("{\"dryRun\":false,\"topics\":[],\"subjects\":[]}");
    }

    @Test
    void canBeWrittenToAtOnce(EmbeddedStack stack) throws Exception {
        String prefix = "set-up-now.";
        KafkaConnection kafka = KafkaConnection.plain(stack.bootstrapServers(), prefix);
        Properties properties = kafka.properties();
        properties.put(ProducerConfig.RETRIES_CONFIG, 0);
        try (Admin admin = kafka.openAdmin();
                Producer<byte[], byte[]> producer =
                        new KafkaProducer<>(
                                properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            new TopicSetup(admin, prefix).create(TopicOptions.forReplay());

            List<Future<?>> sent = new ArrayList<>();
            for (Topic<?> topic : Catalogue.all()) {
                for (int partition = 0; partition < topic.partitions(); partition++) {
                    sent.add(
                            producer.send(
                                    new ProducerRecord<>(
                                            kafka.topic(topic),
                                            partition,
                                            new byte[1],
                                            new byte[1])));
                }
            }
            for (Future<?> each : sent) {
                assertThat(each).succeedsWithin(Duration.ofSeconds(20));
            }
        }
    }

    @Test
    void createsNothingWhereATopicIsNotAsTheCatalogueSays(EmbeddedStack stack) throws Exception {
        try (Admin admin = KafkaConnection.plain(stack.bootstrapServers(), "").openAdmin()) {
            admin.createTopics(List.of(new NewTopic("set-up-odd.odoo.bills", 7, (short) 1)))
                    .all()
                    .get();
        }

        CommandLineRun create = CommandLineRun.of(stack, "set-up-odd.", "topics", "create");

        assertThat(create.exitCode()).isEqualTo(1);
        assertThat(create.people())
                .contains("nothing was created")
                .contains("topic set-up-odd.odoo.bills.partitions: expected 4 but found 7");
        assertThat(CommandLineRun.of(stack, "set-up-odd.", "topics", "describe").results())
                .contains("4 (found 7)", "4 (missing)");
    }

    @Test
    void publishesAVersionOfARuleOnceAndNeverChangesIt(EmbeddedStack stack) throws Exception {
        assertThat(CommandLineRun.of(stack, "set-up-rules.", "topics", "create").exitCode())
                .isZero();
        String file = Files.writeString(folder.resolve("sla.yaml"), RULE).toString();

        CommandLineRun dry =
                CommandLineRun.of(stack, "set-up-rules.", "policies", "apply", file, "--dry-run");
        assertThat(dry.exitCode()).as(dry.people()).isZero();
        assertThat(dry.people()).contains("1 would be published, 0 there already");
        assertThat(CommandLineRun.of(stack, "set-up-rules.", "policies", "apply", file).people())
                .contains("1 published, 0 there already");
        assertThat(CommandLineRun.of(stack, "set-up-rules.", "policies", "apply", file).people())
                .contains("0 published, 1 there already");

        Files.writeString(folder.resolve("sla.yaml"), RULE.replace("HIGH", "LOW"));
        CommandLineRun changed =
                CommandLineRun.of(stack, "set-up-rules.", "policies", "apply", file);
        assertThat(changed.exitCode()).isEqualTo(2);
        assertThat(changed.people())
                .contains("nothing was published")
                .contains("rule receipt version 1.severity: published as HIGH but found LOW");

        Files.writeString(
                folder.resolve("sla.yaml"),
                RULE.replace("HIGH", "LOW").replace("version: 1", "version: 2"));
        assertThat(CommandLineRun.of(stack, "set-up-rules.", "policies", "apply", file).people())
                .contains("1 published, 0 there already");
    }
}
