package io.milepost.e2e.correlation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.events.DeadLetter;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.RejectReason;
import io.milepost.local.feed.FeedKeys;
import io.milepost.local.views.OutputViews;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the jobs say of one story.
 *
 * @param views of everything that is said
 * @param orderId Odoo's id of the order; the second one has the next
 */
record Told(OutputViews views, long orderId) {

    /** What a line of the order reached. */
    Set<MilestoneName> reached(int line) {
        return reached(orderId, line);
    }

    /** What a line of the second order reached. */
    Set<MilestoneName> otherReached(int line) {
        return reached(orderId + 1, line);
    }

    private Set<MilestoneName> reached(long order, int line) {
        return views.milestones().getOrDefault(key(order, line), Map.of()).keySet();
    }

    BigDecimal shipped(int line) {
        return status(line).getShipped();
    }

    BigDecimal confirmed(int line) {
        return status(line).getConfirmed();
    }

    private LineStatus status(int line) {
        return views.statuses().get(key(orderId, line));
    }

    /** Why messages about the order were refused. */
    List<RejectReason> refused() {
        String name = Stories.orderName(orderId);
        return views.deadLetters().stream()
                .filter(letter -> letter.getKey() != null)
                .filter(
                        letter ->
                                UTF_8.decode(letter.getKey().duplicate()).toString().endsWith(name))
                .map(DeadLetter::getReason)
                .toList();
    }

    static String key(long order, int line) {
        return FeedKeys.line("test", "1", order, order * 10 + line);
    }
}
