package io.milepost.odoo.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps a wrong key from being tried again and again: Odoo locks an address out that does so. After
 * {@link #FAILURES} denials in a row nothing is sent for a while, which grows while the key stays
 * wrong. What is counted belongs to the process, so that opening another client does not help.
 */
final class LoginGuard {

    /** How many denials in a row are let through. */
    static final int FAILURES = 10;

    static final Duration FIRST_COOL_DOWN = Duration.ofMinutes(1);
    static final Duration LONGEST_COOL_DOWN = Duration.ofMinutes(16);

    private static final Map<String, LoginGuard> ALL = new ConcurrentHashMap<>();

    private final LongSupplier nanos;
    private int denials;
    private Duration coolDown = FIRST_COOL_DOWN;
    private long from;
    private boolean cooling;

    LoginGuard(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The guard of a server, database and login in this process. */
    static LoginGuard of(OdooSettings settings) {
        // A key of parts that cannot run into each other.
        String name = settings.url() + "\n" + settings.database() + "\n" + settings.login();
        return ALL.computeIfAbsent(name, any -> new LoginGuard(System::nanoTime));
    }

    /** How long nothing may be sent; empty if something may. */
    synchronized Optional<Duration> coolingFor() {
        if (!cooling) {
            return Optional.empty();
        }
        Duration left = coolDown.minusNanos(nanos.getAsLong() - from);
        if (left.isNegative() || left.isZero()) {
            return Optional.empty();
        }
        return Optional.of(left);
    }

    /** The server denied the key. */
    synchronized void denied() {
        denials++;
        if (denials >= FAILURES) {
            coolDown = cooling ? shorter(coolDown.multipliedBy(2)) : FIRST_COOL_DOWN;
            cooling = true;
            from = nanos.getAsLong();
        }
    }

    private static Duration shorter(Duration wanted) {
        return wanted.compareTo(LONGEST_COOL_DOWN) > 0 ? LONGEST_COOL_DOWN : wanted;
    }

    /** The server took the key. */
    synchronized void accepted() {
        denials = 0;
        cooling = false;
    }
}
