package io.milepost.state.line;

import io.milepost.events.CommandOutcome;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineStatus;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.sla.Decision;
import io.milepost.state.sla.Episode;
import io.milepost.state.view.Counts;
import io.milepost.state.view.LineView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** The status record of a line, and a digest by which a change of it is noticed. */
final class StatusOf {

    private static final int SCALE = 6;
    private static final int FIELDS = LineStatus.getClassSchema().getFields().size();
    private static final int CLOCK = LineStatus.getClassSchema().getField("clock").pos();
    private static final long NOTHING = 0x6E6F7468696E67L;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final BigDecimal MOST = new BigDecimal("999999999999.999999");

    private StatusOf() {}

    static LineStatus view(
            LineKey key,
            LineView view,
            Counts counts,
            Decision decision,
            CommandPlan plan,
            long clock) {
        OrderFact order = view.order();
        return LineStatus.newBuilder()
                .setLineKey(key.toString())
                .setOrderName(order == null ? null : order.orderName())
                .setVendor(order == null ? null : order.vendor())
                .setOwnItem(order == null ? null : order.ownItem())
                .setCategory(order == null ? null : order.category())
                .setWarehouse(order == null ? null : order.warehouse())
                .setStage(view.stage())
                .setMilestone(view.furthest())
                .setUnit(order == null ? null : order.unit())
                .setOrdered(scaled(view.quantities().ordered()))
                .setConfirmed(scaled(view.quantities().confirmed()))
                .setBackordered(scaled(view.quantities().backordered()))
                .setShipped(scaled(view.quantities().shipped()))
                .setReceived(scaled(view.quantities().received()))
                .setReturned(scaled(view.quantities().returned()))
                .setInvoiced(scaled(view.quantities().invoiced()))
                .setCredited(scaled(view.quantities().credited()))
                .setHeld(scaled(view.quantities().held()))
                .setClaimed(scaled(view.quantities().claimed()))
                .setFirstPromiseAt(Times.instant(view.firstPromise()))
                .setCurrentPromiseAt(Times.instant(view.currentPromise()))
                .setLateAgainstFirstMicros(view.lateAgainst(view.firstPromise()))
                .setLateAgainstCurrentMicros(view.lateAgainst(view.currentPromise()))
                .setMatch(view.match())
                .setOpenValue(scaled(view.openValue()))
                .setCurrency(order == null ? null : order.currency())
                .setOpenAlerts(open(decision, false))
                .setOpenWarnings(open(decision, true))
                .setWanted(plan.kinds())
                .setConflicts(plan.ended(CommandOutcome.CONFLICT))
                .setRefused(plan.ended(CommandOutcome.REJECTED))
                .setNextDeadlineAt(Times.instant(decision.nextInstant()))
                .setClock(Times.instant(clock))
                .setReceipts(counts.receipts())
                .setReceiptsReversed(counts.receiptsReversed())
                .setServiceEntries(counts.serviceEntries())
                .setBills(counts.bills())
                .setBillsReversed(counts.billsReversed())
                .setPayments(counts.payments())
                .build();
    }

    private static int open(Decision decision, boolean warnings) {
        int open = 0;
        for (Episode episode : decision.episodes()) {
            open += episode.warning() == warnings && episode.status() == EpisodeStatus.OPEN ? 1 : 0;
        }
        return open;
    }

    /** 64 bits over everything but the clock, which moves without anything having changed. */
    static long digest(LineStatus status) {
        long digest = FIELDS;
        for (int i = 0; i < FIELDS; i++) {
            if (i != CLOCK) {
                digest = mixed(digest, status.get(i));
            }
        }
        return digest;
    }

    /** Numbers as they are: texts of times and decimals would cost more than all else here. */
    private static long mixed(long digest, Object value) {
        if (value == null) {
            return mixed(digest, NOTHING);
        } else if (value instanceof Instant time) {
            return mixed(digest, Times.micros(time));
        } else if (value instanceof BigDecimal decimal) {
            return mixed(mixed(digest, decimal.unscaledValue().longValue()), decimal.scale());
        } else if (value instanceof Number number) {
            return mixed(digest, number.longValue());
        } else if (value instanceof List<?> list) {
            long all = mixed(digest, list.size());
            for (Object item : list) {
                all = mixed(all, item);
            }
            return all;
        }
        String text = value.toString();
        long all = mixed(digest, text.length());
        for (int i = 0; i < text.length(); i++) {
            all = all * FACTOR + text.charAt(i);
        }
        return mixed(all, NOTHING);
    }

    /** Every bit of both decides about every bit (the finisher of MurmurHash3). */
    private static long mixed(long digest, long value) {
        long mixed = digest * FACTOR + value;
        mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    /**
     * Sums and products of decimals brought to the contract: six decimals, and no more than its 18
     * digits can hold, since one absurd quantity must not stop the job.
     */
    private static BigDecimal scaled(BigDecimal quantity) {
        return quantity.setScale(SCALE, RoundingMode.HALF_UP).min(MOST).max(MOST.negate());
    }
}
