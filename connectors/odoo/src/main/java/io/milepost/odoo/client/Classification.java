package io.milepost.odoo.client;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a failure means, by the server's name of the error or by the HTTP status. The server's
 * traceback is never looked at.
 */
final class Classification {

    private static final Set<String> FATAL =
            Set.of(ErrorNames.ACCESS_DENIED, ErrorNames.ACCESS_ERROR);

    /** Rolled back by the database, or never begun. */
    private static final Set<String> RETRYABLE =
            Set.of(
                    "psycopg2.errors.SerializationFailure",
                    "psycopg2.errors.DeadlockDetected",
                    "psycopg2.errors.LockNotAvailable",
                    "psycopg2.errors.QueryCanceled",
                    "psycopg2.errors.TooManyConnections",
                    "psycopg2.errors.CannotConnectNow",
                    "psycopg2.errors.ReadOnlySqlTransaction",
                    "psycopg2.errors.OutOfMemory",
                    "psycopg2.errors.DiskFull",
                    "psycopg2.pool.PoolError",
                    "odoo.sql_db.PoolError",
                    "builtins.MemoryError");

    /** The database went away, perhaps while it committed. */
    private static final Set<String> UNKNOWN =
            Set.of(
                    "psycopg2.InterfaceError",
                    "psycopg2.errors.AdminShutdown",
                    "psycopg2.errors.CrashShutdown");

    /**
     * Errors of the database or its connection that Odoo hides in one of its own when they meet the
     * code of an action: it names them before what it evaluated. The code had not ended, so nothing
     * was committed; whoever reads the mark first is right in any case.
     */
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "(?:<class '[\\w.]*\\b)?"
                            + "(?:InterfaceError|AdminShutdown|CrashShutdown|ReadOnlySqlTransaction"
                            + "|PoolError)(?:'>|\\().*",
                    Pattern.DOTALL);

    private Classification() {}

    /**
     * By the name that the server gave the error.
     *
     * @param name for example {@code odoo.exceptions.UserError}
     * @param message the server's words; only for two names do they matter
     */
    static Failure byName(String name, String message) {
        if (FATAL.contains(name)) {
            return Failure.FATAL_CONFIGURATION;
        }
        if (RETRYABLE.contains(name)) {
            return Failure.RETRYABLE;
        }
        if (UNKNOWN.contains(name)) {
            return Failure.OUTCOME_UNKNOWN;
        }
        if (name.equals("psycopg2.OperationalError")) {
            // Without a connection nothing was begun; one that was lost may have committed.
            return message.contains("connection to server") || message.contains("could not connect")
                    ? Failure.RETRYABLE
                    : Failure.OUTCOME_UNKNOWN;
        }
        if (name.startsWith("builtins.") && isAboutTheLedger(message)) {
            // Two clients used a shard of the ledger for the first time at once; one of them won.
            return Failure.RETRYABLE;
        }
        if (name.equals("builtins.ValueError") && HIDDEN.matcher(beforeCode(message)).matches()) {
            return Failure.OUTCOME_UNKNOWN;
        }
        return Failure.REFUSED;
    }

    /**
     * By the HTTP status.
     *
     * @param explained whether the body names the error as Odoo does, and not as a web server or a
     *     proxy in between
     */
    static Failure byStatus(int status, boolean explained) {
        return switch (status) {
            case 401, 403, 407 -> Failure.FATAL_CONFIGURATION;
            // Without an explanation it is the path or the database that is not there.
            case 404 -> explained ? Failure.REFUSED : Failure.FATAL_CONFIGURATION;
            case 429, 503 -> Failure.RETRYABLE;
            case 408 -> Failure.OUTCOME_UNKNOWN;
            default -> {
                if (status >= 300 && status < 400) {
                    yield Failure.FATAL_CONFIGURATION;
                }
                // What is no error but cannot be read has been answered by somebody.
                yield status >= 400 && status < 500 ? Failure.REFUSED : Failure.OUTCOME_UNKNOWN;
            }
        };
    }

    private static boolean isAboutTheLedger(String message) {
        String error = beforeCode(message);
        return error.contains("UniqueViolation") && error.contains("_ledger");
    }

    /** What follows is the code of the action, which may hold any word. */
    private static String beforeCode(String message) {
        return message.split(" while evaluating", 2)[0];
    }
}
