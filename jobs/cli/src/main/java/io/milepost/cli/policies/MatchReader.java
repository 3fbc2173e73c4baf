package io.milepost.cli.policies;

import io.milepost.events.LimitCombination;
import io.milepost.events.MatchKind;
import io.milepost.events.MatchTolerance;
import io.milepost.events.MilestoneName;
import io.milepost.events.Tolerance;
import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what matched means for the lines of a rule. */
final class MatchReader {

    private static final List<String> FIELDS =
            List.of("kind", "price", "quantity", "unlimitedOver");
    private static final List<String> TOLERANCE = List.of("percent", "absolute", "combine");

    private final Problems problems;

    MatchReader(Problems problems) {
        this.problems = problems;
    }

    /** The match of a rule, {@code null} if it has none. */
    MatchTolerance read(Section rule, MilestoneName expects) {
        Optional<Node> node = rule.node("match");
        if (node.isPresent() && expects != MilestoneName.MATCHED) {
            problems.add(
                    node.get(),
                    rule.path("match"),
                    "nothing unless the rule expects MATCHED",
                    "it although the rule expects " + expects);
        }
        return node.flatMap(it -> Section.of(it, rule.path("match"), FIELDS, problems))
                .map(this::read)
                .orElse(null);
    }

    private MatchTolerance read(Section match) {
        MatchTolerance read = new MatchTolerance();
        read.setKind(
                match.required(
                        "kind",
                        Conversions.oneOfWritten(MatchKind.class),
                        Conversions.constant(MatchKind.class),
                        MatchKind.THREE_WAY));
        read.setPriceLimit(tolerance(match, "price"));
        read.setQuantityLimit(tolerance(match, "quantity"));
        read.setUnlimitedOver(
                match.optional("unlimitedOver", "true or false", Conversions::flag, false));
        return read;
    }

    private Tolerance tolerance(Section match, String field) {
        return match.node(field)
                .flatMap(it -> Section.of(it, match.path(field), TOLERANCE, problems))
                .map(MatchReader::tolerance)
                .orElse(null);
    }

    private static Tolerance tolerance(Section section) {
        Tolerance tolerance = new Tolerance();
        tolerance.setPercent(
                section.optional(
                        "percent", "a percentage such as 2 or 0.5", Conversions::percent, null));
        tolerance.setAbsolute(
                section.optional(
                        "absolute", "an amount such as 5 or 0.01", Conversions::amount, null));
        tolerance.setCombine(
                section.optional(
                        "combine",
                        Conversions.oneOfWritten(LimitCombination.class),
                        Conversions.constant(LimitCombination.class),
                        LimitCombination.AND));
        return tolerance;
    }
}
