package io.milepost.odoo.updates;

import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which failures are worth another try, and the pauses between tries. */
final class Tries {

    private static final Logger LOG = LoggerFactory.getLogger(Tries.class);

    /** Errors of a database that works: the call itself gets in the way of others. */
    private static final Set<String> CONFLICTS =
            Set.of(
                    "psycopg2.errors.SerializationFailure",
                    "psycopg2.errors.DeadlockDetected",
                    "psycopg2.errors.LockNotAvailable",
                    "psycopg2.errors.QueryCanceled");

    private final Backoff backoff;
    private final Pauses pauses;
    private final ApplierCounts counts;

    Tries(Backoff backoff, Pauses pauses, ApplierCounts counts) {
        this.backoff = backoff;
        this.pauses = pauses;
        this.counts = counts;
    }

    /**
     * A call that may be done more than once.
     *
     * @param <T> its answer
     */
    interface Asking<T> {
        T ask() throws OdooException, InterruptedException;
    }

    /** Asks until there is an answer; for calls that may be done more than once. */
    <T> T untilAnswered(Asking<T> asking) throws OdooException, InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                return asking.ask();
            } catch (OdooException e) {
                if (!isWorthwhile(e)) {
                    throw e;
                }
                pause(failures, e);
            }
        }
    }

    /** Waits before the next try. */
    void pause(int failures, OdooException cause) throws InterruptedException {
        Duration pause = backoff.after(failures, cause.retryAfter().orElse(Duration.ZERO));
        LOG.warn(
                "Odoo: {} ({}), try {} in {} ms",
                cause.failure(),
                cause.error().orElse("no answer"),
                failures + 1,
                pause.toMillis());
        counts.retried();
        pauses.pause(pause);
    }

    /** Whether another try may end better. */
    static boolean isWorthwhile(OdooException failure) {
        return failure.failure() == Failure.RETRYABLE
                || failure.failure() == Failure.OUTCOME_UNKNOWN;
    }

    /** Whether the database gave the call up for others. */
    static boolean isConflict(OdooException failure) {
        return failure.failure() == Failure.RETRYABLE
                && failure.error().map(CONFLICTS::contains).orElse(false);
    }
}
