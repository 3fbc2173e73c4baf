package io.milepost.partners.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * What an HTTP answer means for a document. What speaks of the document itself refuses it; what
 * speaks of the way to the partner, such as a credential or a path, is somebody's to repair, and
 * then the same call may pass.
 */
final class Answers {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private Answers() {}

    static Outcome outcome(int status, String retryAfter, Instant now) {
        if (status >= 200 && status < 300) {
            return Outcome.SENT;
        }
        String reason = "answered " + status;
        return switch (status) {
            case 400, 405, 406, 410, 411, 413, 414, 415, 422 -> Outcome.refused(reason);
            default -> Outcome.again(reason, wait(retryAfter, now));
        };
    }

    /** Seconds or a date; nothing if it says nothing sensible, and never more than an hour. */
    private static Duration wait(String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        String text = retryAfter.strip();
        try {
            Duration wait =
                    text.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(
                                    now,
                                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant());
            if (wait.isNegative()) {
                return Duration.ZERO;
            }
            return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
