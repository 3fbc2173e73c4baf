package io.milepost.partners.intake;

import io.milepost.events.PartnerChannel;
import io.milepost.partners.message.Format;
import java.util.Objects;

/**
 * What is known of something that a partner sends, before it is read.
 *
 * @param profile profile of the partner
 * @param format syntax that the profile names
 * @param channel how it comes
 * @param fileName name of the file; {@code null} where none came
 * @param messageId the sender's own id of the call; {@code null} if it has none
 * @param traceparent W3C Trace Context of the call; {@code null} if not traced
 */
public record Delivery(
        String profile,
        Format format,
        PartnerChannel channel,
        String fileName,
        String messageId,
        String traceparent) {

    /** Checks that profile, format and channel are there. */
    public Delivery {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(channel, "channel");
    }

    /** A file of a watched folder. */
    public static Delivery file(String profile, Format format, String fileName) {
        return new Delivery(profile, format, PartnerChannel.FOLDER, fileName, null, null);
    }

    /** A call. */
    public static Delivery call(
            String profile, Format format, String messageId, String traceparent) {
        return new Delivery(profile, format, PartnerChannel.HTTP, null, messageId, traceparent);
    }
}
