package io.milepost.kafka.admin;

import io.milepost.schemas.Topic;
import java.util.List;

/**
 * A topic of the catalogue, and what is there of it.
 *
 * @param topic what the catalogue says
 * @param name full name
 * @param exists whether there is such a topic
 * @param partitions partitions that it has; 0 if it does not exist
 * @param retention its retention in milliseconds as text, -1 for ever; empty if it does not exist
 * @param cleanupPolicy its cleanup policy; empty if it does not exist
 * @param differences what no job can live with: topic, setting, expected, found
 * @param notes what differs and may have been meant
 */
public record TopicReport(
        Topic<?> topic,
        String name,
        boolean exists,
        int partitions,
        String retention,
        String cleanupPolicy,
        List<String> differences,
        List<String> notes) {

    /** Keeps its own copies. */
    public TopicReport {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }
}
