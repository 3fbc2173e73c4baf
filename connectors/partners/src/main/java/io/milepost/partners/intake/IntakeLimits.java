package io.milepost.partners.intake;

import java.time.Duration;

/**
 * How much is taken at a time.
 *
 * @param longest how many bytes one call or file may have
 * @param longestTransaction how many bytes one transaction may have; a longer one is kept in the
 *     archive and goes on without its payload, as a problem
 * @param appendsAtOnce how many pieces are under way to Kafka at a time for one call or file
 * @param patience how long Kafka may take for one of them
 */
public record IntakeLimits(
        long longest, int longestTransaction, int appendsAtOnce, Duration patience) {

    /** 256 MiB, 1 MiB a transaction, 500 pieces at once, a minute. */
    public static final IntakeLimits DEFAULT =
            new IntakeLimits(256L << 20, 1 << 20, 500, Duration.ofMinutes(1));
}
