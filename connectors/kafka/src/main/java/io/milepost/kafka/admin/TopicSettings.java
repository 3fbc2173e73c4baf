package io.milepost.kafka.admin;

import io.milepost.schemas.Topic;
import java.util.Map;
import java.util.TreeMap;

/** The settings that a topic of the catalogue is created with. */
final class TopicSettings {

    static final String RETENTION = "retention.ms";
    static final String RETENTION_BYTES = "retention.bytes";
    static final String TIMESTAMP_TYPE = "message.timestamp.type";
    static final String OLDEST = "message.timestamp.before.max.ms";
    static final String NEWEST = "message.timestamp.after.max.ms";
    static final String SEGMENT_TIME = "segment.ms";

    static final String CREATE_TIME = "CreateTime";
    static final String FOREVER = "-1";

    private static final String NO_LIMIT = String.valueOf(Long.MAX_VALUE);

    private TopicSettings() {}

    /**
     * @param topic entry of the catalogue
     * @param keepForEver whether to keep records however old their time is, for replays
     */
    static Map<String, String> of(Topic<?> topic, boolean keepForEver) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(TopicDifferences.CLEANUP_POLICY, topic.retention().cleanupPolicy());
        settings.put(RETENTION, String.valueOf(topic.retention().retentionMillis()));
        settings.put(TIMESTAMP_TYPE, topic.timestamps().setting());
        settings.put(OLDEST, NO_LIMIT);
        // Kafka 4 refuses record times more than an hour ahead unless told otherwise; the last
        // heartbeat of a replay lies one past the last deadline, which may be ahead by weeks.
        settings.put(NEWEST, NO_LIMIT);
        if (keepForEver) {
            settings.put(RETENTION, FOREVER);
            settings.put(RETENTION_BYTES, FOREVER);
            // Segments roll by record time: ten years in an hour would be 500 files a partition.
            settings.put(SEGMENT_TIME, NO_LIMIT);
        }
        return settings;
    }
}
