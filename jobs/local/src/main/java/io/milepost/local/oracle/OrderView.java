package io.milepost.local.oracle;

import io.milepost.events.OdooOrderLine;
import io.milepost.events.OrderState;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What the order line says by its newest version, and what it said before. */
final class OrderView {

    private final List<Fact> versions;

    OrderView(LineFacts.Known known) {
        versions = known.orderVersions();
    }

    boolean isKnown() {
        return !versions.isEmpty();
    }

    OdooOrderLine newest() {
        return line(newestFact());
    }

    Fact newestFact() {
        return versions.get(versions.size() - 1);
    }

    OdooOrderLine first() {
        return line(versions.get(0));
    }

    /** The version that moved the planned date last, if any did. */
    Optional<Fact> lastMove() {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (!line(versions.get(i))
                    .getPlannedAt()
                    .equals(line(versions.get(i - 1)).getPlannedAt())) {
                return Optional.of(versions.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * What the order said when something became known: its newest version known by then, or its
     * first one where a partner was quicker than Odoo.
     */
    OdooOrderLine asKnownAt(long micros) {
        OdooOrderLine said = first();
        for (Fact version : versions) {
            if (version.knownAt() <= micros) {
                said = line(version);
            }
        }
        return said;
    }

    BigDecimal quantity() {
        return newest().getQuantity();
    }

    /** ORDERED: confirmed now, or confirmed once and cancelled since. */
    Optional<Reached> ordered() {
        if (!isKnown() || !(isConfirmed(newest()) || isCancelled(newest()))) {
            return Optional.empty();
        }
        return versions.stream()
                .filter(version -> isConfirmed(line(version)))
                .findFirst()
                .map(
                        version ->
                                new Reached(
                                        confirmedAt(line(version)),
                                        factId(version),
                                        version.knownAt()));
    }

    /** CANCELLED: by its newest version. */
    Optional<Reached> cancelled() {
        if (!isKnown() || !isCancelled(newest())) {
            return Optional.empty();
        }
        long occurredAt = Micros.of(newest().getEnvelope().getOccurredAt());
        return Optional.of(new Reached(occurredAt, factId(newestFact()), newestFact().knownAt()));
    }

    private static OdooOrderLine line(Fact version) {
        return (OdooOrderLine) version.event();
    }

    private static String factId(Fact version) {
        return version.identity() + " " + version.version().number();
    }

    private static long confirmedAt(OdooOrderLine line) {
        return Micros.of(
                line.getConfirmedAt() == null ? line.getOrderedAt() : line.getConfirmedAt());
    }

    private static boolean isConfirmed(OdooOrderLine line) {
        return !line.getCancelled()
                && (line.getOrderState() == OrderState.PURCHASE
                        || line.getOrderState() == OrderState.LOCKED);
    }

    private static boolean isCancelled(OdooOrderLine line) {
        return line.getCancelled() || line.getOrderState() == OrderState.CANCELLED;
    }
}
