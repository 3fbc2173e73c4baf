package io.milepost.kafka.admin;

import io.milepost.kafka.admin.Cluster.ExistingTopic;
import io.milepost.schemas.Topic;
import java.util.ArrayList;
import java.util.List;

/** Where a topic is not what the catalogue says, in ways that no job can live with. */
final class TopicDifferences {

    static final String CLEANUP_POLICY = "cleanup.policy";

    private TopicDifferences() {}

    /**
     * The differences.
     *
     * @param topic what the catalogue says
     * @param name full name
     * @param found what is there; {@code null} if nothing is
     */
    static List<String> of(Topic<?> topic, String name, ExistingTopic found) {
        if (found == null) {
            return List.of("topic " + name + ": expected to exist but found none");
        }
        List<String> differences = new ArrayList<>();
        if (found.partitions() != topic.partitions()) {
            differences.add(
                    "topic "
                            + name
                            + ".partitions: expected "
                            + topic.partitions()
                            + " but found "
                            + found.partitions()
                            + "; keys would lie in other partitions than their history");
        }
        String policy = found.settings().get(CLEANUP_POLICY);
        if (!topic.retention().cleanupPolicy().equals(policy)) {
            differences.add(
                    "topic "
                            + name
                            + "."
                            + CLEANUP_POLICY
                            + ": expected "
                            + topic.retention().cleanupPolicy()
                            + " but found "
                            + policy);
        }
        return differences;
    }

    /** Settings that are not what the catalogue says, in ways that may have been meant. */
    static List<String> notes(Topic<?> topic, String name, ExistingTopic found) {
        List<String> notes = new ArrayList<>();
        TopicSettings.of(topic, false)
                .forEach(
                        (setting, expected) -> {
                            String actual = found.settings().get(setting);
                            if (!setting.equals(CLEANUP_POLICY) && !expected.equals(actual)) {
                                notes.add(
                                        "topic %s.%s: the catalogue says %s, found %s"
                                                .formatted(name, setting, expected, actual));
                            }
                        });
        return notes;
    }
}
