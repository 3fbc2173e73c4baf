package io.milepost.partners.intake.credential;

/**
 * Whether a caller is who it says.
 *
 * @param accepted whether it is
 * @param messageId the sender's own id of the message, the same when it is sent again; {@code null}
 *     where the way of signing has none
 * @param reason why it was refused; {@code null} if it was accepted
 */
public record Verdict(boolean accepted, String messageId, String reason) {

    /** The caller is who it says. */
    public static Verdict accept() {
        return new Verdict(true, null, null);
    }

    /** The caller is who it says, and names its message. */
    public static Verdict accept(String messageId) {
        return new Verdict(true, messageId, null);
    }

    /** The caller may be anybody. */
    public static Verdict refuse(String reason) {
        return new Verdict(false, null, reason);
    }
}
