package io.milepost.local.oracle;

import io.milepost.events.MilestoneName;
import io.milepost.events.OdooRequests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which version of which variant of one rule applies to a line: of every variant the highest
 * version in force, and of those that select the line the most specific.
 */
final class RuleChoice {

    private final Map<String, List<OracleRule>> byVariant = new HashMap<>();

    /**
     * A rule whose clock runs.
     *
     * @param start what started it
     */
    record Running(OracleRule rule, Reached start) {}

    /**
     * @param versions every version of every variant of one rule
     */
    RuleChoice(Collection<OracleRule> versions) {
        for (OracleRule version : versions) {
            byVariant
                    .computeIfAbsent(version.version().variant(), variant -> new ArrayList<>())
                    .add(version);
        }
    }

    /** The rule that applies to the line, if its clock runs. */
    Optional<Running> running(Milestones line, Beginnings beginnings) {
        String company = line.order().newest().getEnvelope().getCompany();
        return choose(line, false)
                .map(rule -> new Running(rule, rule.clock().start(line).orElseThrow()))
                .filter(it -> beginnings.mayStartClocks(it.start(), company));
    }

    /**
     * What matched means by this rule; {@code null} when it does not say. A clock that does not run
     * yet is taken for one that starts after all versions came into force.
     */
    MatchTerms matchTerms(Milestones line) {
        return choose(line, true)
                .map(OracleRule::expected)
                .filter(it -> it.milestone() == MilestoneName.MATCHED)
                .map(Expected::match)
                .orElse(null);
    }

    /** What Odoo is asked for by this rule; {@code null} when it says nothing of the line. */
    OdooRequests requests(Milestones line) {
        return choose(line, true).map(OracleRule::requests).orElse(null);
    }

    private Optional<OracleRule> choose(Milestones line, boolean alsoBeforeTheStart) {
        return byVariant.values().stream()
                .map(
                        versions ->
                                versions.stream()
                                        .filter(it -> inForce(it, line, alsoBeforeTheStart))
                                        .max(Comparator.comparingInt(it -> it.version().number())))
                .flatMap(Optional::stream)
                .filter(rule -> rule.selector().selects(line.order().newest()))
                .max(Comparator.comparingInt(rule -> rule.selector().weight()));
    }

    private static boolean inForce(OracleRule rule, Milestones line, boolean alsoBeforeTheStart) {
        return rule.clock()
                .start(line)
                .map(start -> rule.isInForceFor(start.occurredAt()))
                .orElse(alsoBeforeTheStart);
    }
}
