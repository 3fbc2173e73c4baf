package io.milepost.e2e.odoo;

import io.milepost.odoo.embedded.desk.Buying;
import io.milepost.odoo.embedded.desk.Receipts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Three years of purchasing in a double of Odoo, written while they passed by its clock: most
 * orders were received, billed and paid, some came in part, some are late, the last are still to
 * come.
 */
final class History {

    /** Of each order: one is received in part or not at all, the other as it was ordered. */
    static final int LINES_OF_EACH = 2;

    private static final Duration LONG = Duration.ofDays(3 * 365);
    private static final Duration LEAD_TIME = Duration.ofDays(21);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final AtomicReference<Instant> then = new AtomicReference<>();

    /** What the double goes by: the past while it is filled, then the present. */
    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                Instant past = then.get();
                return past == null ? Instant.now() : past;
            }
        };
    }

    /** Lets the years pass. */
    void pass(OdooSite site, int orders) {
        Buying buying = site.odoo().desk().buying();
        long vendor = buying.vendor("Bolts & Sons");
        long product = buying.product("M8-40", "Bolt M8x40");
        Instant now = Instant.now();
        Duration step = LONG.dividedBy(orders);
        for (int i = 0; i < orders; i++) {
            Instant ordered = now.minus(LONG).plus(step.multipliedBy(i));
            Instant planned = ordered.plus(LEAD_TIME);
            then.set(ordered);
            Buying.Line line = new Buying.Line(product, 100, 1.1, TIME.format(planned));
            long order = buying.confirmedOrder(vendor, line, line);
            if (planned.isBefore(now)) {
                then.set(planned);
                arrive(site.odoo().desk().receipts(), buying, order, i, planned);
            }
        }
        then.set(null);
    }

    private static void arrive(
            Receipts receipts, Buying buying, long order, int number, Instant planned) {
        switch (number % 10) {
            case 0 -> {
                // Nobody has heard of it again.
            }
            case 1 -> receipts.receive(buying.lines(order).get(0), 40);
            default -> {
                receipts.receiveAll(order);
                LocalDate day = planned.atOffset(ZoneOffset.UTC).toLocalDate();
                receipts.pay(receipts.bill(order, "RE-" + number, day.toString()));
            }
        }
    }
}
