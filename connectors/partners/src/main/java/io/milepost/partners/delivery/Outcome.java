package io.milepost.partners.delivery;

import java.time.Duration;

/**
 * What became of one attempt to bring a document to a partner.
 *
 * @param kind whether it is there, was refused, or is to be tried again
 * @param reason why it is not there, in words; {@code null} if it is
 * @param pause how long the partner asks to wait; {@code null} if it does not say
 */
public record Outcome(Kind kind, String reason, Duration pause) {

    /** What is to be done next. */
    public enum Kind {
        /** The partner has it. */
        SENT,
        /** The partner will not take it, however often it is sent. */
        REFUSED,
        /** It may not be there: the same is sent again. */
        AGAIN
    }

    /** The partner has it. */
    public static final Outcome SENT = new Outcome(Kind.SENT, null, null);

    static Outcome refused(String reason) {
        return new Outcome(Kind.REFUSED, reason, null);
    }

    static Outcome again(String reason, Duration pause) {
        return new Outcome(Kind.AGAIN, reason, pause);
    }
}
