package io.milepost.schemas;

/**
 * How a topic's schema may change, by the names of the Confluent Schema Registry API.
 *
 * <p>Outputs that data teams read must be readable by old readers and old data by new readers; for
 * the rest it is enough that today's job reads everything that was ever written.
 */
public enum Compatibility {
    /** New schemas read all data written before. */
    BACKWARD_TRANSITIVE,
    /** New schemas read all old data, and all old schemas read new data. */
    FULL_TRANSITIVE
}
