package io.milepost.kafka.deadletters;

import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which dead letters are meant. A letter has to fulfil every part.
 *
 * @param reasons one of these reasons; empty for any
 * @param topics full names of the rejected records' topics; empty for any
 * @param since rejected at this time or later; {@code null} for no limit
 * @param until rejected before this time; {@code null} for no limit
 * @param messageContains text that the message has in it, case left aside; empty for any
 */
public record LetterFilter(
        Set<RejectReason> reasons,
        Set<String> topics,
        Instant since,
        Instant until,
        String messageContains)
        implements Predicate<DeadLetter> {

    /** Every letter. */
    public static final LetterFilter ALL = new LetterFilter(Set.of(), Set.of(), null, null, "");

    /** Keeps its own copies. */
    public LetterFilter {
        reasons = Set.copyOf(reasons);
        topics = Set.copyOf(topics);
        Objects.requireNonNull(messageContains, "messageContains");
    }

    @Override
    public boolean test(DeadLetter letter) {
        return (reasons.isEmpty() || reasons.contains(letter.getReason()))
                && (topics.isEmpty() || topics.contains(letter.getTopic()))
                && (since == null || !letter.getRejectedAt().isBefore(since))
                && (until == null || letter.getRejectedAt().isBefore(until))
                && contains(letter.getMessage());
    }

    private boolean contains(String message) {
        return message.toLowerCase(java.util.Locale.ROOT)
                .contains(messageContains.toLowerCase(java.util.Locale.ROOT));
    }
}
