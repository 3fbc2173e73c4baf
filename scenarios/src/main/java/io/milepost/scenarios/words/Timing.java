package io.milepost.scenarios.words;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something happened, was written down, could be known and arrived.
 *
 * @param occurred business time, as its source says it
 * @param recorded when the source wrote it down, as the source says it
 * @param known when Milepost could first know it
 * @param arrives when it comes through
 */
public record Timing(Instant occurred, Instant recorded, Instant known, Instant arrives) {

    private static final Pattern WORDS =
            Pattern.compile(
                    "on (<t>)(?:, written down on (<t>),| by a clock that is (\\d+) minutes ahead,)?"
                                    .replace("<t>", Moments.PATTERN)
                            + "(?:,? carried to us only on (<t>),)? (.+)"
                                    .replace("<t>", Moments.PATTERN));

    /** A time in front of a sentence, and the rest of it. */
    record Told(Timing timing, String rest) {}

    /**
     * Reads {@code on 20 March 17:00, written down on 22 March, ...}.
     *
     * @return {@code null} if the sentence does not begin with a time
     */
    static Told read(String sentence) {
        Matcher words = WORDS.matcher(sentence);
        if (!words.matches()) {
            return null;
        }
        Instant at = Moments.parse(words.group(1));
        Instant written = words.group(2) == null ? at : Moments.parse(words.group(2));
        Instant arrives = words.group(4) == null ? written : Moments.parse(words.group(4));
        Duration ahead =
                Duration.ofMinutes(words.group(3) == null ? 0 : Long.parseLong(words.group(3)));
        return new Told(
                new Timing(at.plus(ahead), written.plus(ahead), written, arrives), words.group(5));
    }
}
