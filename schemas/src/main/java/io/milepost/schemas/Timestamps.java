package io.milepost.schemas;

/** Whose clock the Kafka time of a topic's records is. */
public enum Timestamps {
    /** The writer's: Kafka's {@code CreateTime}. */
    WRITER("CreateTime"),
    /**
     * The broker's, when it takes the record in: Kafka's {@code LogAppendTime}. For what comes from
     * outside, whose own clocks nobody vouches for.
     */
    BROKER("LogAppendTime");

    private final String setting;

    Timestamps(String setting) {
        this.setting = setting;
    }

    /** The value for Kafka's {@code message.timestamp.type}. */
    public String setting() {
        return setting;
    }
}
