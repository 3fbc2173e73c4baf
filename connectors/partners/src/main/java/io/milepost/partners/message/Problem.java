package io.milepost.partners.message;

import java.util.Objects;

/**
 * Something that is wrong with a message, or was wrong and could be put right.
 *
 * @param severity whether the message can be used all the same
 * @param code a stable name of the kind of problem, lower case with hyphens, such as {@code
 *     missing-terminator}; by it problems are counted
 * @param place where it is
 * @param message what is wrong in words, with what was expected and what was found
 */
public record Problem(Severity severity, String code, Place place, String message) {

    /** Whether a message with the problem can be used. */
    public enum Severity {
        /** It was repaired or does not matter. */
        WARNING,
        /** The message cannot be used as it is. */
        ERROR
    }

    /** Checks that everything is there. */
    public Problem {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(message, "message");
    }

    /** A problem that was repaired, or with which the message can be used. */
    public static Problem warning(String code, Place place, String message) {
        return new Problem(Severity.WARNING, code, place, message);
    }

    /** A problem with which the message cannot be used. */
    public static Problem error(String code, Place place, String message) {
        return new Problem(Severity.ERROR, code, place, message);
    }

    /** The problem as a person reads it. */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
