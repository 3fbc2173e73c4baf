package io.milepost.schemas.examples;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Decimals and times as people write them. */
final class ReadableText {

    private ReadableText() {}

    /**
     * The value that a text shows.
     *
     * @throws IllegalArgumentException if it is none, or one that the type would cut short
     */
    static Object parse(String where, Schema schema, String text) {
        LogicalType type = schema.getLogicalType();
        try {
            if (type instanceof LogicalTypes.Decimal decimal) {
                return new BigDecimal(text).setScale(decimal.getScale());
            } else if (type instanceof LogicalTypes.TimestampMicros) {
                Instant time = Instant.parse(text);
                if (!time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
                    throw new ArithmeticException("more than microseconds");
                }
                return time;
            } else if (type instanceof LogicalTypes.Date) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    where + ": expected " + type.getName() + " but found " + text, e);
        }
        throw new IllegalArgumentException(where + ": no such type: " + schema);
    }

    /** A decimal as Avro keeps it. */
    static BigDecimal decimal(Schema schema, ByteBuffer bytes) {
        return new Conversions.DecimalConversion()
                .fromBytes(bytes, schema, schema.getLogicalType());
    }
}
