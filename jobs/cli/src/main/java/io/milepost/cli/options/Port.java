package io.milepost.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port, or 0 for a free one. */
public final class Port implements ITypeConverter<Integer> {

    private static final int HIGHEST = 65_535;

    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST) {
            throw new TypeConversionException(
                    "expected a port from 0 to " + HIGHEST + " but found " + text);
        }
        return Integer.valueOf(text);
    }
}
