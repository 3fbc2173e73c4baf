package io.milepost.state.line;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineStatus;
import io.milepost.events.OdooCommand;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.sla.Decision;
import io.milepost.state.sla.Episode;
import io.milepost.state.view.Counts;
import io.milepost.state.view.LineView;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** The status record of a line, and a digest by which a change of it is noticed. */
final class StatusOf {

    private static final int SCALE = 6;
    private static final BigDecimal MOST = new BigDecimal("999999999999.999999");

    private StatusOf() {}

    static LineStatus view(
            LineKey key,
            LineView view,
            Counts counts,
            Decision decision,
            List<OdooCommand> wanted,
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
                .setWanted(wanted.stream().map(OdooCommand::getKind).toList())
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        StateOutput out = new StateOutput(new DataOutputStream(bytes));
        int clock = LineStatus.getClassSchema().getField("clock").pos();
        for (int i = 0; i < LineStatus.getClassSchema().getFields().size(); i++) {
            if (i != clock) {
                out.text(String.valueOf(status.get(i)));
            }
        }
        byte[] content = bytes.toByteArray();
        CRC32C crc = new CRC32C();
        crc.update(content);
        return crc.getValue() << Integer.SIZE | (Arrays.hashCode(content) & 0xFFFFFFFFL);
    }

    /**
     * Sums and products of decimals brought to the contract: six decimals, and no more than its 18
     * digits can hold, since one absurd quantity must not stop the job.
     */
    private static BigDecimal scaled(BigDecimal quantity) {
        return quantity.setScale(SCALE, RoundingMode.HALF_UP).min(MOST).max(MOST.negate());
    }
}
