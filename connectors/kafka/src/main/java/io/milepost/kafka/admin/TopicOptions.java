package io.milepost.kafka.admin;

/**
 * How topics are created where the catalogue leaves a choice.
 *
 * @param keepForEver whether to keep records however old their time is: for replays, whose records
 *     carry times of long ago and would be deleted at once
 * @param replication replicas of each partition; -1 for the brokers' default
 */
public record TopicOptions(boolean keepForEver, short replication) {

    private static final short BROKER_DEFAULT = -1;

    /** As the catalogue says, replicas as the brokers say. */
    public static TopicOptions standard() {
        return new TopicOptions(false, BROKER_DEFAULT);
    }

    /** Keeps every record for ever. */
    public static TopicOptions forReplay() {
        return new TopicOptions(true, BROKER_DEFAULT);
    }
}
