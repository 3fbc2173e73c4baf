package io.milepost.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.kafka.admin.Cluster.TopicPlan;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicSetupTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2006-05-02T00:00:00Z");

    private final FakeCluster cluster = new FakeCluster();
    private final TopicSetup setup = new TopicSetup(cluster, "p.", Catalogue.all(), () -> NOW);

    @Test
    void theTopicsAreThoseOfTheCatalogue() throws IOException {
        assertThat(setup.create(TopicOptions.standard()))
                .containsExactlyElementsOf(
                        Catalogue.all().stream().map(topic -> topic.in("p.")).toList());
        assertThat(plan("p.odoo.bills"))
                .isEqualTo(
                        new TopicPlan(
                                "p.odoo.bills",
                                4,
                                (short) -1,
                                Map.of(
                                        "cleanup.policy", "delete",
                                        "retention.ms", "34560000000",
                                        "message.timestamp.type", "CreateTime",
                                        "message.timestamp.before.max.ms", "9223372036854775807",
                                        "message.timestamp.after.max.ms", "9223372036854775807")));
        assertThat(plan("p.po-line.status").settings()).containsEntry("cleanup.policy", "compact");
        assertThat(plan("p.sla.policies").partitions()).isEqualTo(1);
    }

    @Test
    void topicsForAReplayKeepRecordsHoweverOldTheyAre() throws IOException {
        setup.create(TopicOptions.forReplay());

        assertThat(plan("p.odoo.bills").settings())
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1")
                .containsEntry("segment.ms", "9223372036854775807");
        assertThat(setup.retentionProblems(Catalogue.all(), LONG_AGO)).isEmpty();
    }

    @Test
    void topicsThatExistAreLeftAlone() throws IOException {
        cluster.with("p.", List.of(Catalogue.BILLS));
        cluster.set("p.odoo.bills", "retention.ms", "5");

        assertThat(setup.create(TopicOptions.standard())).doesNotContain("p.odoo.bills");
        assertThat(setup.create(TopicOptions.standard())).isEmpty();
        assertThat(cluster.topics.get("p.odoo.bills").settings())
                .containsEntry("retention.ms", "5");
    }

    @Test
    void nothingIsCreatedBesideATopicWithOtherPartitions() {
        cluster.with("p.", List.of(Catalogue.BILLS, Catalogue.ALERTS));
        cluster.repartition("p.odoo.bills", 3);
        cluster.set("p.sla.alerts", "cleanup.policy", "compact,delete");

        assertThatThrownBy(() -> setup.create(TopicOptions.standard()))
                .isInstanceOf(UnsafeStartException.class)
                .hasMessageContaining("topic p.odoo.bills.partitions: expected 4 but found 3")
                .hasMessageContaining(
                        "topic p.sla.alerts.cleanup.policy: expected delete but found"
                                + " compact,delete");
        assertThat(cluster.created).isEmpty();
    }

    @Test
    void partitionsAreCountedAsTheyAre() throws IOException {
        cluster.with("p.", List.of(Catalogue.BILLS, Catalogue.POLICIES));
        cluster.repartition("p.odoo.bills", 6);

        assertThat(setup.partitionCounts())
                .isEqualTo(Map.of("p.odoo.bills", 6, "p.sla.policies", 1));
    }

    @Test
    void retentionThatWouldDeleteAReplayIsNamed() throws IOException {
        cluster.with("p.", List.of(Catalogue.BILLS));
        cluster.set("p.odoo.bills", "retention.bytes", "1000");
        cluster.set("p.odoo.bills", "message.timestamp.type", "LogAppendTime");
        cluster.set("p.odoo.bills", "message.timestamp.before.max.ms", "86400000");

        assertThat(problems(LONG_AGO, Catalogue.BILLS))
                .containsExactly(
                        "topic p.odoo.bills.retention.ms: expected -1, or more than 649036800000"
                                + " (age of the oldest record) but found 34560000000",
                        "topic p.odoo.bills.retention.bytes: expected -1 but found 1000",
                        "topic p.odoo.bills.message.timestamp.type: expected CreateTime but found"
                                + " LogAppendTime",
                        "topic p.odoo.bills.message.timestamp.before.max.ms: expected at least"
                                + " 649036800000 (age of the oldest record) but found 86400000");
    }

    @Test
    void retentionIsEnoughOneMillisecondBeforeItIsNot() throws IOException {
        cluster.with("p.", List.of(Catalogue.BILLS));
        Instant edge = NOW.minusMillis(34_560_000_000L);

        assertThat(problems(edge.plusMillis(1), Catalogue.BILLS)).isEmpty();
        assertThat(problems(edge, Catalogue.BILLS)).hasSize(1);
    }

    @Test
    void aCompactedTopicDeletesNothingForItsTime() throws IOException {
        cluster.with("p.", List.of(Catalogue.STATUS));
        cluster.set("p.po-line.status", "retention.ms", "5");

        assertThat(problems(LONG_AGO, Catalogue.STATUS)).isEmpty();
    }

    @Test
    void aTopicThatIsMissingCannotKeepAnything() throws IOException {
        assertThat(problems(NOW, Catalogue.BILLS))
                .containsExactly("topic p.odoo.bills: expected to exist but found none");
    }

    private List<String> problems(Instant oldest, Topic<?> topic) throws IOException {
        return setup.retentionProblems(List.of(topic), oldest);
    }

    private TopicPlan plan(String name) {
        return cluster.created.stream()
                .filter(plan -> plan.name().equals(name))
                .findAny()
                .orElseThrow();
    }
}
