package io.milepost.partners.intake;

import io.milepost.events.PartnerChannel;

/** Is told what becomes of what partners send. May be called by several threads. */
public interface IntakeWatch {

    /** Why something was not taken. */
    enum Reason {
        /** Nobody knows who sent it. */
        UNKNOWN_CALLER,
        /** It is longer than what is taken. */
        TOO_LONG,
        /** The partner calls more often than agreed. */
        TOO_OFTEN,
        /** Its body took too long to come. */
        TOO_SLOW,
        /** More is under way than the service works on at a time. */
        BUSY,
        /** Kafka, the archive or the connection failed; it comes again. */
        NOT_KEPT,
        /** Its checksum is another. */
        CHECKSUM
    }

    /** Tells nobody. */
    IntakeWatch SILENT =
            new IntakeWatch() {
                @Override
                public void taken(
                        String profile,
                        PartnerChannel channel,
                        Receipt receipt,
                        boolean repeated) {}

                @Override
                public void refused(String profile, PartnerChannel channel, Reason reason) {}
            };

    /**
     * Something lies in Kafka.
     *
     * @param repeated whether it was known before and only its receipt was given again
     */
    void taken(String profile, PartnerChannel channel, Receipt receipt, boolean repeated);

    /**
     * Something was not taken.
     *
     * @param profile profile of the partner; {@code null} for one that nobody knows
     */
    void refused(String profile, PartnerChannel channel, Reason reason);
}
