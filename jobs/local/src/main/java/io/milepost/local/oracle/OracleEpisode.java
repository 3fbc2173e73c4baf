package io.milepost.local.oracle;

import io.milepost.events.EpisodeStatus;

/**
 * An alert episode that exists in the end. Times are microseconds since the epoch, UTC.
 *
 * @param lineKey instance/company/order id/line id
 * @param rule name of the rule
 * @param status OPEN, CLEARED or RETRACTED
 * @param deadlineMicros the deadline that passed
 * @param openedAtMicros when it was decided
 */
public record OracleEpisode(
        String lineKey,
        String rule,
        EpisodeStatus status,
        long deadlineMicros,
        long openedAtMicros) {}
