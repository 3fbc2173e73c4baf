package io.milepost.partners.edi.out;

import java.time.Instant;

/**
 * What stands around transactions that are to be written.
 *
 * @param sender who sends
 * @param receiver who is to get it
 * @param controlNumber the interchange's number, from 1 to 999,999,999; never used twice between
 *     the two
 * @param groupControlNumber the number of its first group (X12), further groups count on
 * @param preparedAt when it was made; written in UTC
 * @param version X12: the version of the groups, {@code 004010}; EDIFACT: not used, each message
 *     has its own
 * @param test whether it is a test
 * @param acknowledgementWanted whether a technical acknowledgement of the interchange is asked for
 */
public record OutEnvelope(
        Party sender,
        Party receiver,
        long controlNumber,
        long groupControlNumber,
        Instant preparedAt,
        String version,
        boolean test,
        boolean acknowledgementWanted) {

    /**
     * One of the two.
     *
     * @param qualifier what kind of identification it is, {@code ZZ}, {@code 14}; empty for none
     * @param id the identification, at most 15 characters in X12 and 35 in EDIFACT
     * @param application X12: the name within groups (GS02, GS03); {@code null} for {@code id}
     */
    public record Party(String qualifier, String id, String application) {

        /** A party from what {@link io.milepost.partners.message.InterchangeHeader} calls it. */
        public static Party of(String identity) {
            int colon = identity.indexOf(':');
            return colon < 0
                    ? new Party("", identity, null)
                    : new Party(identity.substring(0, colon), identity.substring(colon + 1), null);
        }

        String inGroups() {
            return application == null ? id : application;
        }
    }

    /** Checks the numbers. */
    public OutEnvelope {
        number("controlNumber", controlNumber);
        number("groupControlNumber", groupControlNumber);
    }

    private static void number(String name, long value) {
        if (value < 1 || value > 999_999_999) {
            throw new IllegalArgumentException(
                    name + ": must be from 1 to 999999999 but was " + value);
        }
    }
}
