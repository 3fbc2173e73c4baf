package io.milepost.cli.policies;

import io.milepost.cli.terminal.Json;
import io.milepost.state.Times;
import io.milepost.state.sla.Candidate;
import io.milepost.state.sla.Choice;
import io.milepost.state.sla.RequestPolicy;
import io.milepost.state.sla.Rule;
import io.milepost.state.sla.Selectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why a rule applies to a line or does not, and when it is due.
 *
 * @param line the line
 * @param choice what was chosen of the rule
 */
record Explanation(LineQuestion line, Choice choice) {

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Rule rule = choice.rule();
        lines.add(
                choice.name()
                        + ": "
                        + (rule == null
                                ? "does not apply"
                                : named(rule.variant(), rule.version())
                                        + " applies, "
                                        + (rule.requests() == null
                                                ? "expects " + rule.expects()
                                                : "says what Odoo is asked for")));
        choice.candidates().forEach(it -> lines.add("  " + why(it)));
        if (rule == null) {
            return lines;
        }
        if (rule.requests() != null) {
            requests(rule).fields().forEach((name, it) -> lines.add("    " + name + ": " + it));
            return lines;
        }
        List<DeadlineSteps.Step> steps = DeadlineSteps.of(rule, line);
        steps.forEach(it -> lines.add("    %s  %s".formatted(Times.instant(it.time()), it.what())));
        if (steps.isEmpty()) {
            lines.add("    no deadline: " + DeadlineSteps.missing(rule, line));
        }
        lines.add("    severity " + rule.severity(line.openValue()) + severityReason(rule));
        return lines;
    }

    /** For programs. */
    Json json() {
        Rule rule = choice.rule();
        Json json = new Json().with("rule", choice.name()).with("applies", rule != null);
        if (rule != null && rule.requests() != null) {
            json.with("variant", rule.variant())
                    .with("version", rule.version())
                    .with("requests", requests(rule).fields());
        } else if (rule != null) {
            List<DeadlineSteps.Step> steps = DeadlineSteps.of(rule, line);
            long base = line.base(rule);
            long deadline = steps.isEmpty() ? Times.NONE : rule.deadlineFrom(base);
            json.with("variant", rule.variant())
                    .with("version", rule.version())
                    .with("expects", rule.expects().name())
                    .with("severity", rule.severity(line.openValue()).name())
                    .with("deadline", text(deadline))
                    .with("warning", text(rule.warnAt(deadline)))
                    .with("steps", steps.stream().map(Explanation::json).toList());
        }
        return json.with("candidates", choice.candidates().stream().map(this::json).toList());
    }

    /** As they are written in files. */
    private static Json requests(Rule rule) {
        RequestPolicy requests = rule.requests();
        return new Json()
                .with("lineDate", requests.lineDate())
                .with("partial", written(requests.partial()))
                .with("acknowledge", requests.acknowledge())
                .with("vendorReference", requests.vendorReference())
                .with("tracking", requests.tracking())
                .with("receiptDate", requests.receiptDate())
                .with("bill", written(requests.bill()))
                .with("salePromise", written(requests.salePromise()));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Map<String, Object> json(Candidate candidate) {
        Rule rule = candidate.rule();
        return new Json()
                .with("variant", candidate.variant())
                .with("version", rule == null ? null : rule.version())
                .with("inForce", rule != null)
                .with("selects", candidate.selects())
                .with("differences", candidate.differences())
                .with("specificity", rule == null ? null : candidate.specificity())
                .with("notYetInForce", candidate.newerVersions())
                .with("why", why(candidate))
                .fields();
    }

    private static Map<String, Object> json(DeadlineSteps.Step step) {
        return new Json().with("what", step.what()).with("time", text(step.time())).fields();
    }

    private String why(Candidate candidate) {
        Rule rule = candidate.rule();
        String newer =
                candidate.newerVersions().isEmpty()
                        ? ""
                        : "; not in force for this clock: version "
                                + String.join(
                                        ", ",
                                        candidate.newerVersions().stream()
                                                .map(String::valueOf)
                                                .toList());
        if (rule == null) {
            return named(candidate.variant()) + ": no version is in force" + newer;
        }
        String reason =
                !candidate.selects()
                        ? "is not for this line, " + String.join(", ", candidate.differences())
                        : rule.equals(choice.rule())
                                ? "applies, the most specific"
                                : "gives way to a more specific variant";
        return "%s: in force, for %s, specificity %d, %s%s"
                .formatted(
                        named(candidate.variant(), rule.version()),
                        Selectors.inWords(rule.selector()),
                        candidate.specificity(),
                        reason,
                        newer);
    }

    private String severityReason(Rule rule) {
        if (rule.severityByValue().isEmpty()) {
            return "";
        }
        return line.openValue() == null
                ? ", no open value is given"
                : ", by an open value of " + line.openValue().toPlainString();
    }

    private static String named(String variant) {
        return variant.isEmpty() ? "general" : "variant " + variant;
    }

    private static String named(String variant, int version) {
        return (variant.isEmpty() ? "" : "variant " + variant + " ") + "version " + version;
    }

    private static String text(long time) {
        return time == Times.NONE ? null : Times.instant(time).toString();
    }
}
