package io.milepost.kafka.claim;

import java.io.IOException;
import java.time.Instant;

/**
 * A newer run has claimed the same. Whoever gets this must end and never claim again by itself: two
 * that claim in turn would go on for ever.
 */
public final class NewerClaimException extends IOException {

    private static final long serialVersionUID = 1L;

    NewerClaimException(Claim claim, long newer) {
        super(
                "%s: expected no newer run than that of %s but found that of %s, which has taken over"
                        .formatted(
                                claim.name(),
                                Instant.ofEpochMilli(claim.run()),
                                Instant.ofEpochMilli(newer)));
    }
}
