package io.milepost.cli.policies;

import io.milepost.events.DeadlineBase;
import io.milepost.events.MilestoneName;
import io.milepost.events.SlaPolicy;
import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads how much of a line a rule expects, and whether it expects what comes before the whole. */
final class PortionReader {

    private static final String ANYTHING = "any";
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final Problems problems;

    PortionReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads both into a policy whose milestone and base are read. */
    void read(Section rule, SlaPolicy policy) {
        policy.setQuantityPercent(
                rule.optional(
                        "quantity",
                        "any, or a share in percent such as 95%",
                        PortionReader::percent,
                        null));
        policy.setPerScheduleLine(
                rule.optional("each", "schedule-line", PortionReader::scheduleLine, false));
        boolean expectsReceipt = policy.getExpects() == MilestoneName.RECEIVED;
        if (policy.getQuantityPercent() != null && !expectsReceipt) {
            refuse(rule, "quantity", "nothing unless the rule expects RECEIVED");
        }
        if (policy.getPerScheduleLine()
                && !(expectsReceipt
                        && policy.getBase() == DeadlineBase.CURRENT_PROMISE
                        && policy.getQuantityPercent() == null)) {
            refuse(
                    rule,
                    "each",
                    "nothing unless the rule expects RECEIVED in full, due from current-promise");
        }
    }

    private void refuse(Section rule, String field, String expected) {
        rule.node(field).ifPresent(node -> problems.add(node, rule.path(field), expected, "it"));
    }

    private static Optional<BigDecimal> percent(String text) {
        if (text.equals(ANYTHING)) {
            return Optional.of(BigDecimal.ZERO.setScale(4));
        }
        return text.endsWith("%")
                ? Conversions.percent(text.substring(0, text.length() - 1))
                        .filter(percent -> percent.signum() > 0 && percent.compareTo(MOST) <= 0)
                : Optional.empty();
    }

    private static Optional<Boolean> scheduleLine(String text) {
        return text.equals("schedule-line") ? Optional.of(true) : Optional.empty();
    }
}
