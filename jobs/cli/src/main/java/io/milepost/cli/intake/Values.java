package io.milepost.cli.intake;

import io.milepost.cli.options.Port;
import io.milepost.pipelines.settings.Parsers;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** The kinds of values in the intake's file, from text; empty for text that is none. */
final class Values {

    static final String DURATION = "a duration such as 10 s";
    static final String SIZE = "a size such as 8 MiB";
    static final String COUNT = "a number > 0";
    static final String PORT = "a port from 0 to 65535";

    private static final Pattern SIZE_TEXT = Pattern.compile("(\\d{1,9})\\s*(B|KiB|MiB|GiB)");
    private static final Map<String, Integer> SHIFTS =
            Map.of("B", 0, "KiB", 10, "MiB", 20, "GiB", 30);

    private Values() {}

    static Optional<String> text(String text) {
        return Optional.of(text).filter(it -> !it.isBlank());
    }

    static Optional<Path> path(String text) {
        try {
            return text(text).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Integer> count(String text) {
        return text.matches("[1-9]\\d{0,8}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    static Optional<Integer> port(String text) {
        try {
            return Optional.of(new Port().convert(text));
        } catch (TypeConversionException e) {
            return Optional.empty();
        }
    }

    static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Parsers.duration(text));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Bytes of a size, at least one. */
    static Optional<Long> size(String text) {
        Matcher parts = SIZE_TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(Long.parseLong(parts.group(1)) << SHIFTS.get(parts.group(2)))
                        .filter(it -> it > 0)
                : Optional.empty();
    }

    /** The same of what is held in memory as one piece. */
    static Optional<Integer> smallSize(String text) {
        return size(text).filter(it -> it <= 1 << 30).map(Long::intValue);
    }

    /** A constant, written in lower case with hyphens. */
    static <E extends Enum<E>> Function<String, Optional<E>> constant(Class<E> type) {
        return text ->
                Arrays.stream(type.getEnumConstants())
                        .filter(it -> written(it).equals(text))
                        .findFirst();
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
