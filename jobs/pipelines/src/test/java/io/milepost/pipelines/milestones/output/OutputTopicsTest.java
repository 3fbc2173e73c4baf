package io.milepost.pipelines.milestones.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputTopicsTest {

    private static final List<Topic<?>> TOPICS = List.of(Catalogue.ALERTS, Catalogue.COMMANDS);

    @Test
    void hasThePartitionsThatTheClusterHas() {
        OutputTopics topics =
                OutputTopics.of(
                        "p.",
                        TOPICS,
                        Map.of("p.sla.alerts", 1, "p.odoo.commands", 2, "p.dead-letters", 9));

        assertThat(topics.partitionsOf(Catalogue.COMMANDS)).isEqualTo(2);
        assertThat(topics.places())
                .containsExactlyInAnyOrder(
                        new OutputTopics.Place("p.sla.alerts", 0),
                        new OutputTopics.Place("p.odoo.commands", 0),
                        new OutputTopics.Place("p.odoo.commands", 1));
    }

    @Test
    void aTopicWithoutPartitionsIsNamed() {
        assertThatThrownBy(() -> OutputTopics.of("p.", TOPICS, Map.of("p.sla.alerts", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "output topic p.odoo.commands: expected its number of partitions but found"
                                + " null");
    }
}
