package io.milepost.pipelines.settings;

import java.util.Objects;
import java.util.function.Function;

/**
 * One setting of a job.
 *
 * @param <T> type of its value
 * @param name name, as on the command line without the dashes
 * @param fallback text that is used when it is not given; {@code null} if it has to be given
 * @param expected what is expected, in words, for messages
 * @param parse reads the text; throws {@link IllegalArgumentException} when it is none
 * @param purpose what it is for, in a sentence
 * @param isReference whether it leads to a secret, so that whatever else is given is not shown
 */
public record Setting<T>(
        String name,
        String fallback,
        String expected,
        Function<String, T> parse,
        String purpose,
        boolean isReference) {

    /** A setting that may be shown. */
    public Setting(
            String name,
            String fallback,
            String expected,
            Function<String, T> parse,
            String purpose) {
        this(name, fallback, expected, parse, purpose, false);
    }

    /** Checks that everything but the fallback is given. */
    public Setting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(parse, "parse");
        Objects.requireNonNull(purpose, "purpose");
    }

    /** The same with another text for when it is not given, which is not checked. */
    public Setting<T> or(String otherFallback) {
        return new Setting<>(
                name,
                otherFallback,
                expected,
                text -> text.equals(otherFallback) ? null : parse.apply(text),
                purpose,
                isReference);
    }
}
