package io.milepost.local.feed;

import io.milepost.schemas.Topic;
import java.util.List;
import java.util.Map;

/**
 * Where and how a feed is published. Times are microseconds since the epoch, UTC.
 *
 * @param client settings of the Kafka client; {@code bootstrap.servers} at least
 * @param topicPrefix what the environment puts before every topic name; empty for none
 * @param heartbeatTopics every fact topic whose partitions get the feed's heartbeats, those without
 *     any event too
 * @param source who promises, as the heartbeats say: replay or generator
 * @param speed how fast simulated time passes
 * @param heartbeatEveryMicros the simulated time between two heartbeats of a partition, at least
 * @param finalHeartbeatMicros the promise at the end: nothing known before it will ever follow
 */
public record FeedSettings(
        Map<String, Object> client,
        String topicPrefix,
        List<Topic<?>> heartbeatTopics,
        String source,
        Speed speed,
        long heartbeatEveryMicros,
        long finalHeartbeatMicros) {

    /** Copies the collections and checks the interval. */
    public FeedSettings {
        client = Map.copyOf(client);
        heartbeatTopics = List.copyOf(heartbeatTopics);
        if (heartbeatEveryMicros <= 0) {
            throw new IllegalArgumentException(
                    "heartbeatEveryMicros: must be > 0 but was " + heartbeatEveryMicros);
        }
    }
}
