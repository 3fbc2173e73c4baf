package io.milepost.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.schemas.Catalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StartChecksTest {

    private final FakeCluster cluster = new FakeCluster().with("p.", Catalogue.all());
    private final StartChecks checks = new StartChecks(cluster);

    @Test
    void aClusterAsTheCatalogueSaysIsSafe() throws IOException {
        checks.requireSafe(job(4, Duration.ofMinutes(10)));

        assertThat(checks.problems(job(4, Duration.ofMinutes(10)))).isEmpty();
    }

    @Test
    void aWriterUnderTheBrokersTimeIsRefusedATopicUnderAnother() throws IOException {
        checks.requireWritable(Catalogue.PARTNER_INBOUND, "p.");

        cluster.set("p.partner.inbound", "message.timestamp.type", "CreateTime");
        assertThatThrownBy(() -> checks.requireWritable(Catalogue.PARTNER_INBOUND, "p."))
                .isInstanceOf(UnsafeStartException.class)
                .hasMessageContaining(
                        "topic p.partner.inbound.message.timestamp.type: expected LogAppendTime but"
                                + " found CreateTime; heartbeats would promise by the wrong clock");
        assertThatThrownBy(() -> checks.requireWritable(Catalogue.PARTNER_INBOUND, "q."))
                .hasMessageContaining("topic q.partner.inbound: expected to exist but found none");
    }

    @Test
    void theOlderTransactionProtocolIsRefused() throws IOException {
        cluster.transactionVersion = OptionalInt.of(1);
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(
                        "cluster feature transaction.version: expected level 2 or above but found"
                                + " 1");

        cluster.transactionVersion = OptionalInt.empty();
        assertThat(problems()).singleElement().asString().contains("but found none");
    }

    @Test
    void aTimeoutThatABrokerDoesNotGrantIsRefused() throws IOException {
        cluster.highestTimeout = "599999";

        assertThat(problems())
                .containsExactly(
                        "transaction.timeout.ms: expected at most 599999"
                                + " (transaction.max.timeout.ms of broker 7) but found 600000");
    }

    @Test
    void aTimeoutThatDoesNotOutlastTheOutageIsRefused() throws IOException {
        Duration exactlyNeeded = Duration.ofSeconds(10).plus(Duration.ofMinutes(5));

        assertThat(checks.problems(job(4, exactlyNeeded)))
                .containsExactly(
                        "transaction.timeout.ms: expected more than 310000 (checkpoint interval"
                                + " 10000 + outage allowance 300000) but found 310000; a longer"
                                + " outage would lose what the last checkpoint had written");
        assertThat(checks.problems(job(4, exactlyNeeded.plusMillis(1)))).isEmpty();
    }

    @Test
    void moreSubtasksThanPartitionsAreRefused() throws IOException {
        assertThat(checks.problems(job(5, Duration.ofMinutes(10))))
                .containsExactly(
                        "source parallelism: expected at most 4 (partitions of the widest source"
                                + " topic) but found 5; a source without a partition stops the"
                                + " clock");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        cluster.transactionVersion = OptionalInt.empty();
        cluster.topics.remove("p.odoo.bills");
        cluster.repartition("p.sla.alerts", 8);
        cluster.set("p.po-line.status", "cleanup.policy", "delete");

        assertThatThrownBy(() -> checks.requireSafe(job(4, Duration.ofMinutes(1))))
                .isInstanceOf(UnsafeStartException.class)
                .hasMessageStartingWith("not safe to start, 5 problems:\n - cluster feature")
                .hasMessageContaining("\n - transaction.timeout.ms: ")
                .hasMessageContaining("\n - topic p.odoo.bills: expected to exist but found none")
                .hasMessageContaining(
                        "\n - topic p.sla.alerts.partitions: expected 4 but found 8; keys would"
                                + " lie in other partitions than their history")
                .hasMessageContaining(
                        "\n - topic p.po-line.status.cleanup.policy: expected compact but found"
                                + " delete");
    }

    @Test
    void aClusterThatDoesNotAnswerIsNotAnUnsafeOne() {
        cluster.down = true;

        assertThatThrownBy(this::problems).isInstanceOf(IOException.class);
    }

    private List<String> problems() throws IOException {
        return checks.problems(job(4, Duration.ofMinutes(10)));
    }

    private static StartRequirements job(int parallelism, Duration transactionTimeout) {
        return new StartRequirements(
                "p.",
                List.of(Catalogue.BILLS, Catalogue.SUPPLIER_EVENTS),
                List.of(Catalogue.STATUS, Catalogue.ALERTS),
                parallelism,
                transactionTimeout,
                Duration.ofSeconds(10),
                Duration.ofMinutes(5));
    }
}
