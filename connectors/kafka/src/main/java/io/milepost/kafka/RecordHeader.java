package io.milepost.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * One header of a Kafka record. The bytes are shared, not copied: nobody changes them.
 *
 * @param name header name; Kafka allows several headers of one name
 * @param value header bytes; {@code null} where Kafka carries a null
 */
@SuppressWarnings("ArrayRecordComponent") // equality and hash are by content, below
public record RecordHeader(String name, byte[] value) {

    /** Checks that the name is given. */
    public RecordHeader {
        Objects.requireNonNull(name, "name");
    }

    /** A header whose value is text in UTF-8. */
    public static RecordHeader text(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The value read as UTF-8; {@code null} for a null value. */
    public String text() {
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordHeader that
                && name.equals(that.name)
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(value);
    }

    /** Name and length only: values may be confidential. */
    @Override
    public String toString() {
        return name + "(" + (value == null ? "null" : value.length + " bytes") + ")";
    }
}
