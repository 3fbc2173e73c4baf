package io.milepost.state.sla;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Every version of every rule. A published version never changes, so repeats do no harm. */
public final class RuleBook {

    private final NavigableMap<String, NavigableMap<Integer, Rule>> rules = new TreeMap<>();

    /** A book of the given rules. */
    public static RuleBook of(Collection<Rule> rules) {
        RuleBook book = new RuleBook();
        rules.forEach(book::add);
        return book;
    }

    /**
     * Adds a version.
     *
     * @return whether it was new
     */
    public boolean add(Rule rule) {
        return rules.computeIfAbsent(rule.name(), name -> new TreeMap<>())
                        .putIfAbsent(rule.version(), rule)
                == null;
    }

    /** Names of the rules, sorted. */
    public Collection<String> names() {
        return Collections.unmodifiableSet(rules.keySet());
    }

    /** Changes whenever a version is added, and is the same wherever the same ones are. */
    public long fingerprint() {
        long sum = 0;
        for (NavigableMap<Integer, Rule> versions : rules.values()) {
            for (Rule rule : versions.values()) {
                sum += 0x9E3779B97F4A7C15L * (31L * rule.name().hashCode() + rule.version());
            }
        }
        return sum;
    }

    /** How many versions of rules there are. */
    public int size() {
        return rules.values().stream().mapToInt(NavigableMap::size).sum();
    }

    /** All versions of a rule, newest first. */
    public Collection<Rule> versions(String name) {
        NavigableMap<Integer, Rule> versions = rules.get(name);
        return versions == null
                ? List.of()
                : Collections.unmodifiableCollection(versions.descendingMap().values());
    }
}
