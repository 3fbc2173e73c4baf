package io.milepost.cli.demo;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How partners of the demo speak. */
enum Speech {
    /** Each in its own format, to the HTTP intake. */
    EDI,
    /** As events that are written into their topics. */
    DIRECT;

    /** As people write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code edi} or {@code direct}. */
    static final class Text implements ITypeConverter<Speech> {
        @Override
        public Speech convert(String value) {
            return switch (value) {
                case "edi" -> EDI;
                case "direct" -> DIRECT;
                default ->
                        throw new TypeConversionException(
                                "expected edi or direct but found '" + value + "'");
            };
        }
    }
}
