package io.milepost.state.orders;

import io.milepost.events.LineChange;
import io.milepost.events.OdooOrder;
import io.milepost.events.OrderDocumentKind;
import io.milepost.events.OrderItem;
import io.milepost.events.OrderState;
import io.milepost.events.OutboundLine;
import io.milepost.events.PartnerOutbound;
import io.milepost.state.Times;
import io.milepost.state.sla.GoLive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a supplier has to be told when an order has become known as it is now: the order, what has
 * changed since, or that it is cancelled. The same versions of an order give the same documents
 * with the same ids, whenever they are read.
 *
 * @param goLive orders that were confirmed before are numbered and never told
 * @param tellsDates whether another wanted date is told
 */
public record Telling(GoLive goLive, boolean tellsDates) {

    /**
     * What a version of an order leads to.
     *
     * @param after what is remembered from now on
     * @param documents what the supplier has to be told; of an order that changes its supplier, the
     *     old one hears that it is cancelled
     * @param known whether the version was known before
     */
    public record Step(ToldOrder after, List<PartnerOutbound> documents, boolean known) {

        /** Keeps its own copy. */
        public Step {
            documents = List.copyOf(documents);
        }
    }

    /** Takes in a version of an order. Older versions than the newest one say nothing. */
    public Step step(ToldOrder before, OdooOrder order) {
        if (order.getVersion() <= before.version()) {
            return new Step(before, List.of(), true);
        }
        ToldOrder seen = before.seen(order.getVersion());
        OrderState state = order.getOrderState();
        if (state == OrderState.PURCHASE || state == OrderState.LOCKED) {
            return confirmed(seen, order);
        } else if (state == OrderState.CANCELLED && seen.told() != null) {
            List<PartnerOutbound> documents = new ArrayList<>();
            ToldOrder after = cancelled(seen, order, documents);
            return new Step(after, live(after, order) ? documents : List.of(), false);
        }
        return new Step(seen, List.of(), false);
    }

    private Step confirmed(ToldOrder seen, OdooOrder order) {
        List<OrderItem> wanted =
                order.getLines().stream().filter(l -> l.getQuantity().signum() > 0).toList();
        ToldOrder known =
                seen.confirmed(Times.micros(order.getEnvelope().getKnownAt()))
                        .numbered(
                                order.getLines().stream()
                                        .map(OrderItem::getLineId)
                                        .sorted()
                                        .toList());
        List<ToldLine> lines =
                wanted.stream()
                        .map(item -> ToldLine.of(item, known.numbers().get(item.getLineId())))
                        .sorted(Comparator.comparingInt(ToldLine::number))
                        .toList();
        ToldContent content = ToldContent.of(order, lines);
        List<PartnerOutbound> documents = new ArrayList<>();
        ToldOrder after = told(known, order, content, documents);
        return new Step(after, live(after, order) ? documents : List.of(), false);
    }

    private boolean live(ToldOrder order, OdooOrder said) {
        return goLive.counts(said.getEnvelope().getCompany(), order.confirmedKnownAt());
    }

    private ToldOrder told(
            ToldOrder known, OdooOrder order, ToldContent content, List<PartnerOutbound> out) {
        ToldOrder now = known;
        boolean moved = now.told() != null && !now.told().vendor().equals(content.vendor());
        if (now.told() != null && (moved || content.lines().isEmpty())) {
            now = cancelled(now, order, out);
        }
        if (content.lines().isEmpty()) {
            return now;
        }
        if (now.told() == null) {
            List<OutboundLine> lines =
                    content.lines().stream().map(l -> line(l, LineChange.ADDED)).toList();
            now = now.telling(content);
            out.add(document(now, order, content, OrderDocumentKind.ORDER, lines));
            return now;
        }
        List<OutboundLine> lines = changes(now.told(), content);
        if (content.headerDiffers(now.told())
                || lines.stream().anyMatch(l -> l.getChange() != LineChange.UNCHANGED)) {
            now = now.telling(content);
            out.add(document(now, order, content, OrderDocumentKind.CHANGE, lines));
        }
        return now;
    }

    private List<OutboundLine> changes(ToldContent before, ToldContent after) {
        List<OutboundLine> lines = new ArrayList<>();
        for (ToldLine line : after.lines()) {
            ToldLine told = before.line(line.lineId());
            LineChange change =
                    told == null
                            ? LineChange.ADDED
                            : line.differs(told, tellsDates)
                                    ? LineChange.CHANGED
                                    : LineChange.UNCHANGED;
            lines.add(line(line, change));
        }
        for (ToldLine told : before.lines()) {
            if (after.line(told.lineId()) == null) {
                lines.add(line(told, LineChange.DELETED));
            }
        }
        lines.sort(Comparator.comparingInt(OutboundLine::getNumber));
        return lines;
    }

    private static ToldOrder cancelled(
            ToldOrder known, OdooOrder order, List<PartnerOutbound> out) {
        ToldContent told = known.told();
        ToldOrder after = known.telling(null);
        List<OutboundLine> lines =
                told.lines().stream().map(l -> line(l, LineChange.DELETED)).toList();
        out.add(document(after, order, told, OrderDocumentKind.CANCELLATION, lines));
        return after;
    }

    private static OutboundLine line(ToldLine line, LineChange change) {
        return new OutboundLine(
                line.lineId(),
                line.number(),
                change,
                line.vendorItem(),
                line.ownItem(),
                line.gtin(),
                line.description(),
                line.quantity(),
                line.unit(),
                line.unitPrice(),
                Times.instant(line.plannedAt()));
    }

    private static PartnerOutbound document(
            ToldOrder now,
            OdooOrder order,
            ToldContent content,
            OrderDocumentKind kind,
            List<OutboundLine> lines) {
        PartnerOutbound document = new PartnerOutbound();
        document.setInstance(order.getEnvelope().getInstance());
        document.setCompany(order.getEnvelope().getCompany());
        document.setPartner(content.vendor());
        document.setOrderKnownAt(Times.instant(now.confirmedKnownAt()));
        document.setKnownAt(order.getEnvelope().getKnownAt());
        document.setKind(kind);
        document.setRevision(now.revision());
        document.setOrderId(order.getOrderId());
        document.setOrderName(content.orderName());
        document.setVendorReference(content.vendorReference());
        document.setCurrency(content.currency());
        document.setWarehouse(content.warehouse());
        document.setIncoterm(content.incoterm());
        document.setOrderedAt(Times.instant(content.orderedAt()));
        document.setLines(lines);
        document.setDocumentId(DocumentId.of(document));
        return document;
    }
}
