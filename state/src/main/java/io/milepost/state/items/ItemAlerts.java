package io.milepost.state.items;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.QualityStatus;
import io.milepost.events.Severity;
import io.milepost.events.SlaAlert;
import io.milepost.state.StableId;
import io.milepost.state.Times;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an item, and the alert records that bring readers there. */
final class ItemAlerts {

    private final ItemKey key;
    private final ItemFacts facts;
    private final PriceIncreases increases;
    private final List<ToldAlert> wanted = new ArrayList<>();
    private final List<ToldAlert> open = new ArrayList<>();

    ItemAlerts(ItemKey key, ItemRules rules, ItemFacts facts, long now) {
        this.key = key;
        this.facts = facts;
        this.increases = new PriceIncreases(facts, rules, now);
        stock();
        quality();
        wanted.addAll(increases.all());
    }

    /**
     * The steps from the alerts that readers know as open to those that are open now.
     *
     * @param before the alerts that they know
     * @param at when what changed became known, microseconds
     * @param factId the fact that changed it; {@code null} if the clock did
     */
    List<SlaAlert> between(List<ToldAlert> before, long at, String factId) {
        List<SlaAlert> steps = new ArrayList<>();
        for (ToldAlert known : before) {
            if (find(wanted, known) == null) {
                steps.add(closed(known, at, factId));
            }
        }
        for (ToldAlert alert : wanted) {
            ToldAlert known = find(before, alert);
            if (known == null) {
                open.add(alert);
                steps.add(opened(alert));
            } else if (alert.subject().isEmpty() || known.message().equals(alert.message())) {
                open.add(known);
            } else {
                ToldAlert revised =
                        new ToldAlert(
                                known.kind(),
                                known.subject(),
                                alert.startedBy(),
                                known.openedAt(),
                                alert.message());
                open.add(revised);
                steps.add(opened(revised));
            }
        }
        return steps;
    }

    /** The alerts that are open after those steps. */
    List<ToldAlert> open() {
        return open;
    }

    /** One version of a document was said to be two different things. */
    SlaAlert conflict(ItemFact fact) {
        return named(AlertKind.FACT_CONFLICT)
                .setAlertId(
                        StableId.of(key.toString(), AlertKind.FACT_CONFLICT.name(), fact.factId()))
                .setStatus(EpisodeStatus.OPEN)
                .setSeverity(Severity.LOW)
                .setStartedBy(fact.factId())
                .setOpenedAt(Times.instant(fact.header().knownAt()))
                .setMessage(
                        "an event says something else about "
                                + fact.factId()
                                + " than an earlier one; one of the two is kept")
                .build();
    }

    private void stock() {
        InventoryFact stock = facts.inventory().current();
        if (stock != null && stock.isOut()) {
            wanted.add(
                    condition(
                            AlertKind.SUPPLIER_OUT_OF_STOCK,
                            stock,
                            "the supplier has none of it in stock"));
        }
    }

    private void quality() {
        QualityFact quality = facts.qualities().current();
        if (quality != null && quality.status() == QualityStatus.BLOCKED) {
            String rating = quality.rating() == null ? "" : ", rating " + quality.rating();
            wanted.add(condition(AlertKind.ITEM_BLOCKED, quality, "the item is blocked" + rating));
        }
    }

    private static ToldAlert condition(AlertKind kind, ItemFact fact, String message) {
        return new ToldAlert(kind, "", fact.factId(), fact.header().knownAt(), message);
    }

    private SlaAlert opened(ToldAlert alert) {
        return step(alert, EpisodeStatus.OPEN).setMessage(alert.message()).build();
    }

    private SlaAlert closed(ToldAlert alert, long at, String factId) {
        boolean untrue = wasTakenBack(alert);
        return step(alert, untrue ? EpisodeStatus.RETRACTED : EpisodeStatus.CLEARED)
                .setClosedAt(Times.instant(at))
                .setClosedBy(factId)
                .setMessage(
                        alert.message() + (untrue ? ": was taken back or corrected" : ": is over"))
                .build();
    }

    /** Whether it never should have been said, rather than being over. */
    private boolean wasTakenBack(ToldAlert alert) {
        return switch (alert.kind()) {
            case SUPPLIER_OUT_OF_STOCK -> isCancelled(facts.inventory());
            case ITEM_BLOCKED -> isCancelled(facts.qualities());
            default -> !increases.isOver(alert);
        };
    }

    private static boolean isCancelled(Statements<?> statements) {
        return !statements.isEmpty() && statements.newest().header().cancelled();
    }

    private SlaAlert.Builder step(ToldAlert alert, EpisodeStatus status) {
        return named(alert.kind())
                .setAlertId(alert.id(key))
                .setStatus(status)
                .setSeverity(severity(alert.kind()))
                .setStartedBy(alert.startedBy())
                .setOpenedAt(Times.instant(alert.openedAt()));
    }

    private static Severity severity(AlertKind kind) {
        return kind == AlertKind.ITEM_BLOCKED ? Severity.HIGH : Severity.MEDIUM;
    }

    private SlaAlert.Builder named(AlertKind kind) {
        return SlaAlert.newBuilder()
                .setKind(kind)
                .setItemKey(key.toString())
                .setVendor(key.partner());
    }

    private static ToldAlert find(List<ToldAlert> alerts, ToldAlert wanted) {
        for (ToldAlert alert : alerts) {
            if (alert.isAbout(wanted)) {
                return alert;
            }
        }
        return null;
    }
}
