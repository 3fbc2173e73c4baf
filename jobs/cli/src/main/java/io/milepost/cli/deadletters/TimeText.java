package io.milepost.cli.deadletters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time with its zone, or a day, which begins at 00:00 UTC. */
public final class TimeText implements ITypeConverter<Instant> {

    private static final int LENGTH_OF_DAY = 10;

    @Override
    public Instant convert(String text) {
        try {
            return text.length() == LENGTH_OF_DAY
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "expected a time such as 2026-03-01 or 2026-03-01T08:00:00Z but found " + text);
        }
    }
}
