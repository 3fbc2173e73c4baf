package io.milepost.state.items;

import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.schemas.TrustedEvents;
import io.milepost.state.Times;
import io.milepost.state.line.MergeOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * A supplier's item as a state machine without a machine: each step merges a fact or moves the
 * clock, finds out what holds, and tells readers the difference to what they were told before. A
 * step that changes nothing tells nothing.
 */
public final class Item {

    static {
        TrustedEvents.trust();
    }

    private final ItemKey key;
    private final ItemRules rules;

    /** An item under the given rules. */
    public Item(ItemKey key, ItemRules rules) {
        this.key = key;
        this.rules = rules;
    }

    /**
     * Takes in a fact.
     *
     * @param before what is remembered
     * @param fact the fact
     * @param clock the clock, microseconds; {@link Times#NONE} before the first heartbeat
     */
    public ItemStep apply(ItemState before, ItemFact fact, long clock) {
        ItemFacts.Merged merged = before.facts().merge(fact);
        return step(before, merged.facts(), fact, merged.outcome(), clock);
    }

    /** Decides what is due by the clock. */
    public ItemStep tick(ItemState before, long clock) {
        return step(before, before.facts(), null, null, clock);
    }

    private ItemStep step(
            ItemState before, ItemFacts merged, ItemFact cause, MergeOutcome outcome, long clock) {
        // After a restart the clock starts again before the first heartbeat; what was decided
        // stays.
        long now = Math.max(clock, before.clock());
        ItemFacts facts = merged.remembered(now, rules);
        long at = cause == null ? now : cause.header().knownAt();
        ItemAlerts alerts = new ItemAlerts(key, rules, facts, now);
        List<SlaAlert> steps =
                alerts.between(before.told().alerts(), at, cause == null ? null : cause.factId());
        if (outcome == MergeOutcome.CONFLICT && !before.facts().isContradicted(cause)) {
            steps.add(alerts.conflict(cause));
        }
        if (facts.isEmpty()) {
            return new ItemStep(
                    ItemState.EMPTY.withArmed(before.armed()), outcome, List.of(), steps);
        }
        List<OdooCommand> commands = new ArrayList<>();
        Told told = tellOdoo(before.told(), facts, now, commands, alerts.open());
        ItemState after = new ItemState(facts, told, now, nextInstant(facts, now), before.armed());
        return new ItemStep(after, outcome, commands, steps);
    }

    /** Asks for what holds now where that differs from what was asked for; says what was told. */
    private Told tellOdoo(
            Told before,
            ItemFacts facts,
            long now,
            List<OdooCommand> commands,
            List<ToldAlert> alerts) {
        ItemCommands make = new ItemCommands(key);
        SortedMap<BigDecimal, Reign<PriceFact>> prices = Reigns.prices(facts, now);
        NavigableMap<BigDecimal, String> told = new TreeMap<>(before.prices());
        prices.forEach(
                (quantity, reign) -> {
                    String text = ItemCommands.text(reign.fact());
                    // Nobody has to be told that a price is gone of which nobody was told.
                    String known = told.getOrDefault(quantity, ItemCommands.GONE);
                    if (!text.equals(known)) {
                        commands.add(make.price(quantity, reign));
                        told.put(quantity, text);
                    }
                });
        told.keySet()
                .removeIf(
                        quantity ->
                                facts.prices().keySet().stream()
                                        .noneMatch(s -> s.minQuantity().compareTo(quantity) == 0));
        String leadTime = before.leadTime();
        Reign<LeadTimeFact> reign = Reigns.leadTime(facts, now);
        if (reign != null) {
            String text = ItemCommands.text(reign.fact());
            if (!text.equals(leadTime == null ? ItemCommands.GONE : leadTime)) {
                commands.add(make.leadTime(reign));
                leadTime = text;
            }
        }
        return new Told(told, leadTime, alerts);
    }

    /** When something begins, ends or is forgotten next. */
    private long nextInstant(ItemFacts facts, long now) {
        LongStream.Builder instants = LongStream.builder();
        instants.add(facts.forgottenAt(rules));
        facts.prices()
                .forEach(
                        (slot, statements) -> {
                            instants.add(slot.validFrom());
                            if (statements.current() != null) {
                                instants.add(statements.current().end());
                            }
                            instants.add(facts.priceForgottenAt(slot, rules));
                        });
        facts.leadTimes().inForce().forEach(fact -> instants.add(fact.validFrom()));
        return instants.build()
                .filter(instant -> instant > now && instant != Long.MAX_VALUE)
                .min()
                .orElse(Times.NONE);
    }
}
