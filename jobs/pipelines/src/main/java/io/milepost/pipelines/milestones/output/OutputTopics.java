package io.milepost.pipelines.milestones.output;

import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the outputs go in an environment, and how many partitions each topic has there.
 *
 * @param prefix what the environment puts before every topic's name; empty for none
 * @param partitions number of partitions by plain topic name
 */
public record OutputTopics(String prefix, Map<String, Integer> partitions) implements Serializable {

    /** The topics that the milestones job writes. */
    public static final List<Topic<?>> ALL =
            List.of(
                    Catalogue.MILESTONES,
                    Catalogue.STATUS,
                    Catalogue.ALERTS,
                    Catalogue.COMMANDS,
                    Catalogue.DEAD_LETTERS,
                    Catalogue.ACCOUNTS);

    /** Keeps its own copy. */
    public OutputTopics {
        partitions = new TreeMap<>(partitions);
    }

    /**
     * The topics that a job writes.
     *
     * @param prefix what the environment puts before every topic's name; empty for none
     * @param topics the topics
     * @param counts number of partitions by full topic name, as the cluster has it
     * @throws IllegalArgumentException if the number of partitions of a topic is not known
     */
    public static OutputTopics of(
            String prefix, List<Topic<?>> topics, Map<String, Integer> counts) {
        Map<String, Integer> partitions = new TreeMap<>();
        for (Topic<?> topic : topics) {
            Integer count = counts.get(topic.in(prefix));
            if (count == null || count < 1) {
                throw new IllegalArgumentException(
                        "output topic "
                                + topic.in(prefix)
                                + ": expected its number of partitions but found "
                                + count);
            }
            partitions.put(topic.name(), count);
        }
        return new OutputTopics(prefix, partitions);
    }

    /** The topics with the numbers of partitions of the catalogue. */
    public static OutputTopics ofCatalogue(String prefix) {
        Map<String, Integer> partitions = new TreeMap<>();
        ALL.forEach(topic -> partitions.put(topic.name(), topic.partitions()));
        return new OutputTopics(prefix, partitions);
    }

    /** Number of partitions of a topic. */
    public int partitionsOf(Topic<?> topic) {
        return partitions.get(topic.name());
    }

    /** Every partition of every topic. */
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, Integer> topic : partitions.entrySet()) {
            for (int partition = 0; partition < topic.getValue(); partition++) {
                places.add(new Place(prefix + topic.getKey(), partition));
            }
        }
        return places;
    }

    /** A number for a partition of a topic, by which its writer is chosen. */
    public static int placeNumber(String topic, int partition) {
        return topic.hashCode() + partition;
    }

    /** The one subtask that writes there, so that a promise can follow all that it is about. */
    public static int writer(int placeNumber, int parallelism) {
        return Math.floorMod(placeNumber, parallelism);
    }

    /**
     * One partition of one topic.
     *
     * @param topic full name of the topic
     * @param partition the partition
     */
    public record Place(String topic, int partition) {

        /** The subtask that writes here. */
        int writtenBy(int parallelism) {
            return writer(placeNumber(topic, partition), parallelism);
        }
    }
}
