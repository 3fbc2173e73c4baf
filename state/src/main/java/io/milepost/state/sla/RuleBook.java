package io.milepost.state.sla;

import io.milepost.events.MilestoneName;
import io.milepost.events.SlaPolicy;
import io.milepost.state.LineKey;
import io.milepost.state.StableId;
import io.milepost.state.Times;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.MatchTerms;
import io.milepost.state.view.Portion;
import io.milepost.state.view.Reached;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * Every version of every rule and of its variants. A published version never changes, so repeats do
 * no harm.
 */
public final class RuleBook {

    /**
     * What is told so long after it happened, 400 days in microseconds, is history: a line that was
     * forgotten and is told again does not breach anew.
     */
    public static final long HISTORY_AFTER = Duration.ofDays(400).toNanos() / 1000;

    private final NavigableMap<String, NavigableMap<String, NavigableMap<Integer, Rule>>> rules =
            new TreeMap<>();
    private final NavigableSet<String> matching = new TreeSet<>();
    private final NavigableSet<String> requesting = new TreeSet<>();
    private final Set<Portion> shares = new HashSet<>();
    private boolean hasScheduleLines;
    private long fingerprint;

    private final GoLive live;
    private final Splitting splitting;

    /** An empty book for companies that always were live. */
    public RuleBook() {
        this(GoLive.ALWAYS);
    }

    /** An empty book for companies that go live at a time. */
    public RuleBook(GoLive live) {
        this(live, Splitting.ALL);
    }

    /** An empty book for companies that go live at a time, and partners that let lines be split. */
    public RuleBook(GoLive live, Splitting splitting) {
        this.live = live;
        this.splitting = splitting;
    }

    /** A book of the same rules for companies that go live at a time. */
    public static RuleBook of(RuleBook rules, GoLive live) {
        RuleBook book = new RuleBook(live);
        rules.names().forEach(name -> rules.versions(name).forEach(book::add));
        return book;
    }

    /**
     * Whether a clock runs from its start: what is told after the company went live, and not so
     * long after it happened that it is history.
     */
    boolean isLive(LineKey key, Reached start) {
        return isLive(key, start.knownAt())
                && start.knownAt() - start.occurredAt() <= HISTORY_AFTER;
    }

    /** Whether what became known at a time starts clocks, raises alerts and asks Odoo. */
    public boolean isLive(LineKey key, long knownAt) {
        return live.counts(key.company(), knownAt);
    }

    /** A book of the given rules. */
    public static RuleBook of(Collection<Rule> rules) {
        RuleBook book = new RuleBook();
        rules.forEach(book::add);
        return book;
    }

    /** The key under which a policy is published: rule/version, or rule/variant/version. */
    public static String key(SlaPolicy policy) {
        return key(policy.getRule(), policy.getVariant(), policy.getVersion());
    }

    /** The key under which a rule was published. */
    public static String key(Rule rule) {
        return key(rule.name(), rule.variant(), rule.version());
    }

    private static String key(String name, String variant, int version) {
        return name + '/' + (variant.isEmpty() ? "" : variant + '/') + version;
    }

    /**
     * Adds a version.
     *
     * @return whether it was new
     */
    public boolean add(Rule rule) {
        boolean fresh =
                rules.computeIfAbsent(rule.name(), name -> new TreeMap<>())
                                .computeIfAbsent(rule.variant(), variant -> new TreeMap<>())
                                .putIfAbsent(rule.version(), rule)
                        == null;
        if (fresh) {
            fingerprint += hash(rule);
            if (rule.match() != null) {
                matching.add(rule.name());
            }
            if (rule.requests() != null) {
                requesting.add(rule.name());
            }
            if (rule.portion().kind() == Portion.Kind.SHARE) {
                shares.add(rule.portion());
            }
            hasScheduleLines |= rule.perScheduleLine();
        }
        return fresh;
    }

    /** The shares of the ordered quantity that any rule expects. */
    Set<Portion> shares() {
        return shares;
    }

    /** Whether any rule expects schedule lines. */
    boolean hasScheduleLines() {
        return hasScheduleLines;
    }

    /** Names of the rules, sorted. */
    public Collection<String> names() {
        return Collections.unmodifiableSet(rules.keySet());
    }

    /** Names of a rule's variants, sorted; the general one is empty. */
    public Collection<String> variants(String name) {
        return Collections.unmodifiableSet(variantsOf(name).keySet());
    }

    /** How many versions of rules there are. */
    public int size() {
        return rules.values().stream()
                .flatMap(variants -> variants.values().stream())
                .mapToInt(NavigableMap::size)
                .sum();
    }

    /** All versions of a rule, variant by variant, newest first. */
    public Collection<Rule> versions(String name) {
        List<Rule> versions = new ArrayList<>();
        variantsOf(name).values().forEach(it -> versions.addAll(it.descendingMap().values()));
        return versions;
    }

    /** All versions of a variant of a rule, newest first. */
    public Collection<Rule> versions(String name, String variant) {
        NavigableMap<Integer, Rule> versions = variantsOf(name).get(variant);
        return versions == null
                ? List.of()
                : Collections.unmodifiableCollection(versions.descendingMap().values());
    }

    /**
     * A number that is another one after each version that is added, and the same for the same
     * versions and times of going live, in whichever order and process they were added; 0 for an
     * empty book of companies that always were live.
     */
    public long fingerprint() {
        return fingerprint + (live.equals(GoLive.ALWAYS) ? 0 : live.fingerprint());
    }

    /**
     * What a rule is for a line by what is known: of each variant the highest version that is in
     * force for the line's clock; of those that select the line the most specific. A version that a
     * newer one replaced stays replaced, also for lines that the newer one does not select.
     *
     * @return {@code null} if nothing applies or the clock has not started
     */
    public Rule applicable(String name, LineKey key, Knowledge knowledge) {
        return applicable(name, key, knowledge.order(), starts(knowledge));
    }

    /**
     * The same, with the starts of clocks given.
     *
     * @param startOf when a milestone was reached; {@link Times#NONE} if it was not
     */
    public Rule applicable(
            String name, LineKey key, OrderFact order, ToLongFunction<MilestoneName> startOf) {
        Rule best = null;
        for (NavigableMap<Integer, Rule> versions : variantsOf(name).values()) {
            Rule rule = inForce(versions, startOf);
            if (rule != null && rule.selects(key, order) && moreSpecific(rule, best)) {
                best = rule;
            }
        }
        return best;
    }

    /**
     * What matched means for a line: as the rule says that applies to it, else as usual. How a line
     * is matched does not wait for the rule's clock: one that has not started is taken for one that
     * starts after all versions came into force.
     */
    public MatchTerms terms(LineKey key, Knowledge knowledge) {
        if (knowledge.order() == null) {
            return MatchTerms.USUAL;
        }
        for (String name : matching) {
            Rule rule = applicableAlsoBefore(name, key, knowledge);
            if (rule != null && rule.match() != null) {
                return rule.match();
            }
        }
        return MatchTerms.USUAL;
    }

    /**
     * What Odoo is asked for on a line: as the rule says that applies to it, else as usual. Of
     * several rules with different names the first counts. Lines of partners that do not let them
     * be split are reviewed instead.
     */
    public RequestPolicy requests(LineKey key, Knowledge knowledge) {
        for (String name : requesting) {
            Rule rule = applicableAlsoBefore(name, key, knowledge);
            if (rule != null && rule.requests() != null) {
                return splitting.allows(knowledge.order().vendor())
                        ? rule.requests()
                        : rule.requests().whole();
            }
        }
        return RequestPolicy.DEFAULT;
    }

    /** What applies; a clock that has not started is taken for one that starts after all. */
    private Rule applicableAlsoBefore(String name, LineKey key, Knowledge knowledge) {
        ToLongFunction<MilestoneName> starts = starts(knowledge);
        return applicable(
                name,
                key,
                knowledge.order(),
                milestone -> {
                    long start = starts.applyAsLong(milestone);
                    return start == Times.NONE ? Long.MAX_VALUE : start;
                });
    }

    /** What {@link #applicable} chooses, with every variant that was considered and why. */
    public Choice choice(
            String name, LineKey key, OrderFact order, ToLongFunction<MilestoneName> startOf) {
        List<Candidate> candidates = new ArrayList<>();
        variantsOf(name)
                .forEach(
                        (variant, versions) -> {
                            Rule rule = inForce(versions, startOf);
                            int from = rule == null ? 0 : rule.version();
                            candidates.add(
                                    new Candidate(
                                            variant,
                                            rule,
                                            List.copyOf(
                                                    versions.tailMap(from, false)
                                                            .descendingMap()
                                                            .keySet()),
                                            rule == null
                                                    ? List.of()
                                                    : Selectors.differences(
                                                            rule.selector(), key, order),
                                            rule == null
                                                    ? 0
                                                    : Selectors.specificity(rule.selector())));
                        });
        return new Choice(name, applicable(name, key, order, startOf), candidates);
    }

    private static ToLongFunction<MilestoneName> starts(Knowledge knowledge) {
        return name -> {
            Reached reached = knowledge.reached(name);
            return reached == null ? Times.NONE : reached.occurredAt();
        };
    }

    private static Rule inForce(
            NavigableMap<Integer, Rule> versions, ToLongFunction<MilestoneName> startOf) {
        Map.Entry<Integer, Rule> version = versions.lastEntry();
        while (version != null) {
            Rule rule = version.getValue();
            long start = startOf.applyAsLong(rule.startedBy());
            if (start != Times.NONE && rule.holdsFor(start)) {
                return rule;
            }
            version = versions.lowerEntry(version.getKey());
        }
        return null;
    }

    /** Of two that say the same the first variant by name stays: files with both are refused. */
    private static boolean moreSpecific(Rule rule, Rule best) {
        return best == null
                || Selectors.specificity(rule.selector()) > Selectors.specificity(best.selector());
    }

    private NavigableMap<String, NavigableMap<Integer, Rule>> variantsOf(String name) {
        NavigableMap<String, NavigableMap<Integer, Rule>> variants = rules.get(name);
        return variants == null ? Collections.emptyNavigableMap() : variants;
    }

    /** Enums and records have no hash that is the same in every process; their text has. */
    private static long hash(Rule rule) {
        return Long.parseUnsignedLong(StableId.of(rule.toString()), 0, 16, 16);
    }
}
