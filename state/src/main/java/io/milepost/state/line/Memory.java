package io.milepost.state.line;

import io.milepost.state.LineKey;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.Place;
import io.milepost.state.sla.Decider;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges facts into what is remembered of a line, and tells what all of them say. Whether facts are
 * in the line's value or stored away changes what it costs, never what it says.
 */
final class Memory {

    private static final String CURRENT = "c/";
    private static final String SUPERSEDED = "s/";

    private final LineKey key;
    private final RuleBook rules;
    private final FactArchive archive;
    private final Window window;

    Memory(LineKey key, RuleBook rules, FactArchive archive, Window window) {
        this.key = key;
        this.rules = rules;
        this.archive = archive;
        this.window = window;
    }

    /** Fingerprint of the rules. */
    long rules() {
        return rules.fingerprint();
    }

    /** Merges one more fact. */
    Merged merge(LineState before, Fact fact) {
        LineFacts.Merged merged = before.recent().merge(fact);
        Settled settled = before.settled();
        if (settled == null) {
            return new Merged(null, merged.facts(), merged.outcome());
        }
        boolean isNewHere =
                merged.outcome() == MergeOutcome.ADDED
                        || merged.outcome() == MergeOutcome.SUPERSEDED;
        return isNewHere
                ? mergeStored(before, fact, merged)
                : placed(settled, merged.facts(), merged.outcome());
    }

    private Merged mergeStored(LineState before, Fact fact, LineFacts.Merged merged) {
        Standing current = archive.get(CURRENT + fact.header().identity());
        if (current == null || fact.supersedes(current.fact())) {
            return placed(before.settled(), merged.facts(), merged.outcome());
        }
        Fact known = current.fact();
        if (!known.sameVersion(fact)) {
            Standing older = archive.get(SUPERSEDED + fact.header().factId());
            if (older == null) {
                return placed(before.settled(), merged.facts(), MergeOutcome.SUPERSEDED);
            }
            known = older.fact();
        }
        LineFacts.Repeat repeat = LineFacts.Repeat.of(known, fact);
        if (repeat.kept() == known) {
            return new Merged(before.settled(), before.recent(), repeat.outcome());
        }
        LineFacts all = everything(before).without(known).with(List.of(repeat.kept()));
        return new Merged(null, all, repeat.outcome());
    }

    /** Stays settled unless something has changed that belongs before what is stored away. */
    private Merged placed(Settled settled, LineFacts recent, MergeOutcome outcome) {
        return recent.areAfter(settled.until())
                ? new Merged(settled, recent, outcome)
                : new Merged(null, recent.with(stored()), outcome);
    }

    /** All facts of a line. */
    LineFacts everything(LineState state) {
        return state.settled() == null ? state.recent() : state.recent().with(stored());
    }

    private List<Fact> stored() {
        List<Fact> facts = new ArrayList<>();
        archive.all().forEach(entry -> facts.add(entry.fact()));
        return facts;
    }

    /**
     * What the facts tell, older ones stored away where there are many.
     *
     * @param settled what is settled; {@code null} when {@code recent} is everything
     * @param decidedBy fingerprint of the rules that what is settled was decided by
     */
    Recalled recall(Settled settled, LineFacts recent, long decidedBy) {
        if (settled != null && decidedBy == rules()) {
            Decider decider =
                    Decider.resumed(
                            key, rules, settled.input(), name -> archive.get(CURRENT + name));
            Recalled recalled = learn(decider, settled, recent, window.settles(recent.size()));
            if (recalled != null) {
                return recalled;
            }
        }
        if (settled == null) {
            return learn(new Decider(key, rules), null, recent, window.settles(recent.size()));
        }
        // What was taken back may be among the newest facts: all are stored away, or each of the
        // next facts would need all of them again.
        LineFacts all = recent.with(stored());
        return learn(new Decider(key, rules), null, all, all.size());
    }

    /** Learns the facts; {@code null} if that needs those that are stored away. */
    private Recalled learn(Decider decider, Settled settled, LineFacts recent, int settles) {
        List<Fact> facts = recent.byKnowledge();
        for (int i = 0; i < settles; i++) {
            decider.learn(facts.get(i));
        }
        boolean isDue = settles > 0 && decider.knowledge().isSufficient();
        Settled now = settled;
        List<Standing> entries = List.of();
        if (isDue) {
            now = Settled.of(decider, Place.of(facts.get(settles - 1)));
            entries = entries(decider.knowledge());
        }
        for (int i = settles; i < facts.size(); i++) {
            decider.learn(facts.get(i));
        }
        if (!decider.knowledge().isSufficient()) {
            return null;
        }
        if (isDue && settled == null) {
            archive.clear();
        }
        entries.forEach(this::store);
        return new Recalled(now, isDue ? recent.after(settles) : recent, decider);
    }

    private static List<Standing> entries(Knowledge knowledge) {
        List<Standing> entries = new ArrayList<>(knowledge.changed());
        knowledge.superseded().forEach(fact -> entries.add(Standing.superseded(fact)));
        return entries;
    }

    private void store(Standing entry) {
        FactHeader header = entry.fact().header();
        archive.put(
                entry.isSuperseded() ? SUPERSEDED + header.factId() : CURRENT + header.identity(),
                entry);
    }

    /**
     * What a merge comes to.
     *
     * @param settled what stays settled; {@code null} when {@code recent} is everything
     * @param recent the other facts
     * @param outcome what the fact did
     */
    record Merged(Settled settled, LineFacts recent, MergeOutcome outcome) {}

    /**
     * What is told.
     *
     * @param settled what is settled now
     * @param recent the other facts
     * @param decider has learned all facts
     */
    record Recalled(Settled settled, LineFacts recent, Decider decider) {}
}
