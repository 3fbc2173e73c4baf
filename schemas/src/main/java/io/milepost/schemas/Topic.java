package io.milepost.schemas;

import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic of the catalogue. The name is the plain one; an environment may put a prefix before it
 * (see {@link #in(String)}).
 *
 * @param <V> the generated class of its records
 * @param name plain name, as in the documents
 * @param key what its keys are made of
 * @param value the generated class of its records
 * @param partitions number of partitions that it is created with
 * @param retention how long it keeps its records
 * @param timestamps whose clock its records' time is
 * @param compatibility how its schema may change
 * @param guarantee what its readers may rely on
 * @param owner who writes it
 * @param purpose what it is for, in a sentence
 */
public record Topic<V extends SpecificRecord>(
        String name,
        KeyType key,
        Class<V> value,
        int partitions,
        Retention retention,
        Timestamps timestamps,
        Compatibility compatibility,
        Guarantee guarantee,
        String owner,
        String purpose) {

    /** Checks that every part is given. */
    public Topic {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(timestamps, "timestamps");
        Objects.requireNonNull(compatibility, "compatibility");
        Objects.requireNonNull(guarantee, "guarantee");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(purpose, "purpose");
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "topic " + name + ".partitions: must be > 0 but was " + partitions);
        }
    }

    /** The Avro schema of its records. */
    public Schema schema() {
        return SpecificData.get().getSchema(value);
    }

    /**
     * The name in an environment.
     *
     * @param prefix what the environment puts before every name; empty for none
     */
    public String in(String prefix) {
        return prefix + name;
    }

    /**
     * The registry subject of its records, by the TopicNameStrategy of the Confluent serializers.
     *
     * @param prefix what the environment puts before every name; empty for none
     */
    public String subject(String prefix) {
        return in(prefix) + "-value";
    }
}
