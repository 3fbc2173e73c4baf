package io.milepost.kafka.admin;

import io.milepost.kafka.admin.Cluster.ExistingTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a topic would keep records whose time lies in the past. */
final class RetentionCheck {

    private static final long FOREVER = -1;

    private RetentionCheck() {}

    /**
     * What would delete, refuse or re-date such records.
     *
     * @param name full topic name
     * @param topic the topic as it is
     * @param age how long ago the oldest record's time is
     */
    static List<String> problems(String name, ExistingTopic topic, Duration age) {
        List<String> problems = new ArrayList<>();
        Map<String, String> settings = topic.settings();
        if (settings.getOrDefault(TopicDifferences.CLEANUP_POLICY, "delete").contains("delete")) {
            long retention = number(settings, TopicSettings.RETENTION, FOREVER);
            if (retention != FOREVER && retention <= age.toMillis()) {
                problems.add(
                        problem(
                                name,
                                TopicSettings.RETENTION,
                                "-1, or more than "
                                        + age.toMillis()
                                        + " (age of the oldest record)",
                                retention));
            }
            long bytes = number(settings, TopicSettings.RETENTION_BYTES, FOREVER);
            if (bytes != FOREVER) {
                problems.add(problem(name, TopicSettings.RETENTION_BYTES, "-1", bytes));
            }
        }
        String type = settings.get(TopicSettings.TIMESTAMP_TYPE);
        if (!TopicSettings.CREATE_TIME.equals(type)) {
            problems.add(
                    problem(name, TopicSettings.TIMESTAMP_TYPE, TopicSettings.CREATE_TIME, type));
        }
        long oldest = number(settings, TopicSettings.OLDEST, Long.MAX_VALUE);
        if (oldest < age.toMillis()) {
            problems.add(
                    problem(
                            name,
                            TopicSettings.OLDEST,
                            "at least " + age.toMillis() + " (age of the oldest record)",
                            oldest));
        }
        return problems;
    }

    private static long number(Map<String, String> settings, String setting, long absent) {
        String value = settings.get(setting);
        return value == null ? absent : Long.parseLong(value);
    }

    private static String problem(String name, String setting, String expected, Object found) {
        return "topic " + name + "." + setting + ": expected " + expected + " but found " + found;
    }
}
