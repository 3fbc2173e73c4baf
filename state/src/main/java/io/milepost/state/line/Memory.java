package io.milepost.state.line;

import io.milepost.state.LineKey;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.Place;
import io.milepost.state.sla.Decider;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** What is remembered, without one more fact. */
    static Merged as(LineState line) {
        return new Merged(line.settled(), line.recent(), line.unstored(), null);
    }

    /** Merges one more fact. */
    Merged merge(LineState before, Fact fact) {
        LineFacts.Merged merged = before.recent().merge(fact);
        Settled settled = before.settled();
        if (settled == null) {
            return new Merged(null, merged.facts(), Set.of(), merged.outcome());
        }
        boolean isNewHere =
                merged.outcome() == MergeOutcome.ADDED
                        || merged.outcome() == MergeOutcome.SUPERSEDED;
        return isNewHere
                ? mergeStored(before, fact, merged)
                : placed(settled, merged.facts(), before.unstored(), merged.outcome());
    }

    private Merged mergeStored(LineState before, Fact fact, LineFacts.Merged merged) {
        String identity = fact.header().identity();
        Standing current = current(identity, before.unstored());
        if (current == null) {
            Set<String> unstored = new HashSet<>(before.unstored());
            unstored.add(identity);
            return placed(before.settled(), merged.facts(), unstored, merged.outcome());
        }
        if (fact.supersedes(current.fact())) {
            return placed(before.settled(), merged.facts(), before.unstored(), merged.outcome());
        }
        Fact known = current.fact();
        if (!known.sameVersion(fact)) {
            Standing older = archive.get(SUPERSEDED + fact.header().factId());
            if (older == null) {
                return placed(
                        before.settled(),
                        merged.facts(),
                        before.unstored(),
                        MergeOutcome.SUPERSEDED);
            }
            known = older.fact();
        }
        LineFacts.Repeat repeat = LineFacts.Repeat.of(known, fact);
        if (repeat.kept() == known) {
            return new Merged(
                    before.settled(), before.recent(), before.unstored(), repeat.outcome());
        }
        LineFacts all = everything(before).without(known).with(List.of(repeat.kept()));
        return new Merged(null, all, Set.of(), repeat.outcome());
    }

    /** Stays settled unless something has changed that belongs before what is stored away. */
    private Merged placed(
            Settled settled, LineFacts recent, Set<String> unstored, MergeOutcome outcome) {
        return recent.areAfter(settled.until())
                ? new Merged(settled, recent, unstored, outcome)
                : new Merged(null, recent.with(stored()), Set.of(), outcome);
    }

    /** The current version of a thing among what is stored away. */
    private Standing current(String identity, Set<String> unstored) {
        return unstored.contains(identity) ? null : archive.get(CURRENT + identity);
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
     * @param before what was remembered
     * @param merged the facts
     */
    Recalled recall(LineState before, Merged merged) {
        if (Shares.areIn(merged.recent())) {
            return share(before, merged);
        }
        LineFacts recent = merged.recent();
        if (merged.settled() == null) {
            return learn(
                    new Decider(key, rules),
                    merged,
                    window.settles(recent.size()),
                    before.settled() == null ? before.episodes() : takeBack(before));
        }
        if (before.rules() == rules()) {
            Decider decider =
                    Decider.resumed(
                            key,
                            rules,
                            merged.settled().input(),
                            name -> current(name, merged.unstored()));
            Recalled recalled =
                    learn(decider, merged, window.settles(recent.size()), before.episodes());
            if (recalled != null) {
                return recalled;
            }
        }
        // What was taken back may be among the newest facts: all are stored away, or each of the
        // next facts would need all of them again.
        LineFacts all = recent.with(stored());
        return learn(
                new Decider(key, rules),
                new Merged(null, all, Set.of(), null),
                all.size(),
                takeBack(before));
    }

    /**
     * What the facts tell of a line that was split, or of a part. What is its share of one may
     * change with any other, so nothing is stored away any more.
     */
    private Recalled share(LineState before, Merged merged) {
        LineFacts all = merged.settled() == null ? merged.recent() : merged.recent().with(stored());
        List<Episode> told = before.settled() == null ? before.episodes() : takeBack(before);
        if (before.settled() != null) {
            archive.clear();
        }
        Decider decider = new Decider(key, rules);
        Shares.of(all.byKnowledge()).forEach(decider::learn);
        return new Recalled(null, all, Set.of(), told, decider);
    }

    /** The episodes that were told, with those that were put away. */
    List<Episode> episodes(LineState line) {
        List<Episode> told = new ArrayList<>(line.episodes());
        archive.over().forEach(told::add);
        told.sort(Episode.BY_OPENING);
        return told;
    }

    private List<Episode> takeBack(LineState before) {
        List<Episode> told = episodes(before);
        archive.clearOver();
        return told;
    }

    /** Learns the facts; {@code null} if that needs those that are stored away. */
    private Recalled learn(Decider decider, Merged merged, int settles, List<Episode> told) {
        List<Fact> facts = merged.recent().byKnowledge();
        for (int i = 0; i < settles; i++) {
            decider.learn(facts.get(i));
        }
        boolean isDue = settles > 0 && decider.knowledge().isSufficient();
        Settled now = merged.settled();
        List<Standing> entries = List.of();
        List<Episode> over = List.of();
        if (isDue) {
            over = decider.leaveOver(told);
            now = Settled.of(decider, Place.of(facts.get(settles - 1)));
            entries = entries(decider.knowledge());
        }
        for (int i = settles; i < facts.size(); i++) {
            decider.learn(facts.get(i));
        }
        if (!decider.knowledge().isSufficient()) {
            return null;
        }
        if (!isDue) {
            return new Recalled(now, merged.recent(), merged.unstored(), told, decider);
        }
        if (merged.settled() == null) {
            archive.clear();
        }
        entries.forEach(this::store);
        over.forEach(episode -> archive.putOver(episode.id(key), episode));
        List<Episode> open = new ArrayList<>(told);
        open.removeAll(over);
        LineFacts rest = merged.recent().after(settles);
        return new Recalled(now, rest, unstored(merged, rest, entries), open, decider);
    }

    /** What nothing is stored of, now that more is. */
    private static Set<String> unstored(Merged merged, LineFacts rest, List<Standing> entries) {
        Set<String> unstored = new HashSet<>();
        for (Fact fact : rest.byKnowledge()) {
            String identity = fact.header().identity();
            if (merged.settled() == null || merged.unstored().contains(identity)) {
                unstored.add(identity);
            }
        }
        entries.forEach(entry -> unstored.remove(entry.fact().header().identity()));
        return unstored;
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
     * @param unstored identities among them of which nothing is stored away
     * @param outcome what the fact did; {@code null} without one
     */
    record Merged(Settled settled, LineFacts recent, Set<String> unstored, MergeOutcome outcome) {}

    /**
     * What is told.
     *
     * @param settled what is settled now
     * @param recent the other facts
     * @param unstored identities among them of which nothing is stored away
     * @param told the episodes that were told and are not put away
     * @param decider has learned all facts
     */
    record Recalled(
            Settled settled,
            LineFacts recent,
            Set<String> unstored,
            List<Episode> told,
            Decider decider) {}
}
