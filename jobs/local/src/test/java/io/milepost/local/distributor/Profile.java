package io.milepost.local.distributor;

import io.milepost.events.Acknowledgement;
import io.milepost.events.CarrierEvent;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OrderState;
import io.milepost.events.Reference;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Measures a story the way the real logs were measured. */
final class Profile {

    private final List<TimedEvent> events;
    private final Map<String, OdooOrderLine> lines = new HashMap<>();

    Profile(List<TimedEvent> events) {
        this.events = events;
        for (OdooOrderLine line : all(OdooOrderLine.class)) {
            if (line.getOrderState() != OrderState.DRAFT) {
                lines.putIfAbsent(line.getOrderId() + "/" + line.getLineId(), line);
            }
        }
    }

    double linesWithSeveralReceipts() {
        Map<Long, Long> receipts =
                done().stream()
                        .collect(
                                Collectors.groupingBy(
                                        OdooReceipt::getLineId, Collectors.counting()));
        return share(receipts.values(), count -> count > 1);
    }

    double receiptsRecordedAfterTheirDay() {
        return share(
                done(),
                receipt ->
                        day(Micros.of(receipt.getEnvelope().getRecordedAt()))
                                > day(Micros.of(receipt.getEnvelope().getOccurredAt())));
    }

    double ordersOfOneLine() {
        Map<Long, Long> sizes =
                lines.values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        OdooOrderLine::getOrderId, Collectors.counting()));
        return share(sizes.values(), size -> size == 1);
    }

    double linesOfTheTenLargestSuppliers() {
        Map<String, Long> bySupplier =
                lines.values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        OdooOrderLine::getVendor, Collectors.counting()));
        long largest =
                bySupplier.values().stream()
                        .sorted((a, b) -> Long.compare(b, a))
                        .limit(10)
                        .mapToLong(Long::longValue)
                        .sum();
        return (double) largest / lines.size();
    }

    double answeredWithin(int hours) {
        Map<String, Long> first = new HashMap<>();
        for (SupplierEvent event : all(SupplierEvent.class)) {
            if (event.getBody() instanceof Acknowledgement) {
                first.merge(
                        event.getOrderName(),
                        Micros.of(event.getEnvelope().getOccurredAt()),
                        Math::min);
            }
        }
        Map<String, Long> confirmed = new HashMap<>();
        lines.values()
                .forEach(
                        line ->
                                confirmed.put(
                                        line.getOrderName(), Micros.of(line.getConfirmedAt())));
        return share(
                confirmed.entrySet(),
                order ->
                        first.getOrDefault(order.getKey(), Long.MAX_VALUE)
                                <= order.getValue() + hours * Micros.HOUR);
    }

    double repeatedPartnerEvents() {
        Set<String> seen = new HashSet<>();
        long repeated = 0;
        for (TimedEvent event : events) {
            String id = null;
            if (event.value() instanceof SupplierEvent supplier) {
                id = supplier.getEnvelope().getEventId();
            } else if (event.value() instanceof CarrierEvent carrier) {
                id = carrier.getEnvelope().getEventId();
            }
            if (id != null && !seen.add(id)) {
                repeated++;
            }
        }
        return (double) repeated / seen.size();
    }

    double carrierEventsKnownBeforeTheirShipNotice() {
        Map<Reference, Long> noticeKnown = new HashMap<>();
        for (TimedEvent event : events) {
            if (event.value() instanceof SupplierEvent supplier
                    && supplier.getBody() instanceof ShipNotice) {
                supplier.getEnvelope()
                        .getReferences()
                        .forEach(it -> noticeKnown.merge(it, event.knownAtMicros(), Math::min));
            }
        }
        List<TimedEvent> carriers =
                events.stream().filter(it -> it.value() instanceof CarrierEvent).toList();
        return share(
                carriers,
                it -> {
                    CarrierEvent carrier = (CarrierEvent) it.value();
                    Reference first = carrier.getEnvelope().getReferences().get(0);
                    return it.knownAtMicros() < noticeKnown.get(first);
                });
    }

    private List<OdooReceipt> done() {
        return all(OdooReceipt.class).stream()
                .filter(receipt -> receipt.getState() == MoveState.DONE)
                .filter(receipt -> receipt.getDirection() == MoveDirection.INBOUND)
                .filter(receipt -> receipt.getQuantity().signum() > 0)
                .toList();
    }

    private <T> List<T> all(Class<T> type) {
        return events.stream()
                .map(TimedEvent::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static long day(long micros) {
        return Math.floorDiv(micros, Micros.DAY);
    }

    private static <T> double share(Collection<T> all, Predicate<T> those) {
        return (double) all.stream().filter(those).count() / all.size();
    }
}
