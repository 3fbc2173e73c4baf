package io.milepost.partners.intake.http;

import io.milepost.partners.intake.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Receipts of signed calls by the sender's own id, as long as the same signature would be accepted:
 * a call that is played again is given its receipt and changes nothing. What comes again later, or
 * at another process, is a repeat as well, and is found by what it says.
 */
final class StoredMessages {

    private record Stored(Receipt receipt, Instant at) {}

    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private final Duration window;
    private final int most;
    private final Clock clock;

    /**
     * @param window how long a receipt is remembered
     * @param most how many are
     */
    StoredMessages(Duration window, int most, Clock clock) {
        this.window = window;
        this.most = most;
        this.clock = clock;
    }

    /** The receipt that the message has; {@code null} if it is not known. */
    synchronized Receipt receipt(String profile, String messageId) {
        forget();
        Stored found = stored.get(key(profile, messageId));
        return found == null ? null : found.receipt();
    }

    /** Remembers a receipt. */
    synchronized void remember(String profile, String messageId, Receipt receipt) {
        stored.put(key(profile, messageId), new Stored(receipt, clock.instant()));
        forget();
    }

    private void forget() {
        Instant oldest = clock.instant().minus(window);
        Iterator<Stored> eldest = stored.values().iterator();
        while (eldest.hasNext()) {
            boolean old = eldest.next().at().isBefore(oldest);
            if (!old && stored.size() <= most) {
                return;
            }
            eldest.remove();
        }
    }

    private static String key(String profile, String messageId) {
        return profile + "/" + messageId;
    }
}
