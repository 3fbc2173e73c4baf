package io.milepost.cli.policies;

import io.milepost.events.DeadlineBase;
import io.milepost.events.MilestoneName;
import io.milepost.events.PolicySelector;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.events.WorkingCalendar;
import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import io.milepost.state.sla.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one version of one rule; what is wrong with it goes to the problems. */
final class RuleReader {

    private static final List<String> FIELDS =
            List.of(
                    "rule",
                    "variant",
                    "version",
                    "description",
                    "effectiveFrom",
                    "appliesToRunningClocks",
                    "expects",
                    "quantity",
                    "each",
                    "startedBy",
                    "due",
                    "warnBefore",
                    "severity",
                    "severityByValue",
                    "calendar",
                    "restartedByCarrier",
                    "match",
                    "requests",
                    "selector");
    private static final List<String> DUE = List.of("from", "allowance", "endOfDay", "zone");
    private static final List<String> SELECTOR =
            List.of("company", "supplier", "category", "warehouse", "incoterm", "currency");

    private final Problems problems;

    RuleReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The rule at a place of the file; of use only if no problem was added.
     *
     * @return empty if there are no fields at all
     */
    Optional<SlaPolicy> read(Node node, String path) {
        return Section.of(node, path, FIELDS, problems).map(section -> read(node, section));
    }

    private SlaPolicy read(Node node, Section rule) {
        SlaPolicy policy = new SlaPolicy();
        policy.setRule(rule.required("rule", "a name", Conversions::text, ""));
        policy.setVariant(
                rule.optional("variant", "a name without a slash", Conversions::variant, ""));
        policy.setVersion(rule.required("version", "a number > 0", Conversions::version, 1));
        policy.setDescription(rule.optional("description", "a text", Conversions::text, ""));
        policy.setEffectiveFrom(
                rule.required(
                        "effectiveFrom",
                        "a time such as 2026-01-01T00:00:00Z",
                        Conversions::instant,
                        Instant.EPOCH));
        policy.setAppliesToRunningClocks(
                rule.optional("appliesToRunningClocks", "true or false", Conversions::flag, false));
        policy.setStartedBy(
                rule.optional(
                        "startedBy",
                        Conversions.oneOf(MilestoneName.class),
                        Conversions.constant(MilestoneName.class),
                        MilestoneName.ORDERED));
        policy.setSelector(selector(rule));
        rule.node("requests")
                .ifPresentOrElse(
                        requests -> new RequestsReader(problems).read(rule, requests, policy),
                        () -> readMilestone(node, rule, policy));
        return policy;
    }

    private void readMilestone(Node node, Section rule, SlaPolicy policy) {
        policy.setExpects(
                rule.required(
                        "expects",
                        Conversions.oneOf(MilestoneName.class),
                        Conversions.constant(MilestoneName.class),
                        MilestoneName.UNKNOWN));
        if (policy.getExpects() == policy.getStartedBy()) {
            problems.add(
                    rule.node("expects").orElse(node),
                    rule.path("expects"),
                    "another milestone than startedBy",
                    policy.getExpects().name());
        }
        policy.setWarnBeforeMicros(
                rule.optional(
                        "warnBefore",
                        "a duration such as 48h, not negative",
                        text -> Conversions.duration(text).filter(micros -> micros >= 0),
                        0L));
        policy.setSeverity(
                rule.optional(
                        "severity",
                        Conversions.oneOf(Severity.class),
                        Conversions.constant(Severity.class),
                        Severity.MEDIUM));
        policy.setSeverityByValue(new BandReader(problems).read(rule));
        readDue(node, rule, policy);
        new PortionReader(problems).read(rule, policy);
        policy.setCalendar(new CalendarReader(problems).read(rule));
        requireOneZone(rule, policy);
        policy.setRestartedByCarrier(restartedByCarrier(rule, policy));
        policy.setMatch(new MatchReader(problems).read(rule, policy.getExpects()));
        requireCountable(node, rule, policy);
    }

    private void readDue(Node node, Section rule, SlaPolicy policy) {
        policy.setBase(DeadlineBase.UNKNOWN);
        policy.setZone("UTC");
        Optional<Node> due = rule.node("due");
        if (due.isEmpty()) {
            problems.add(node, rule.path("due"), "fields " + String.join(", ", DUE), "nothing");
            return;
        }
        Section.of(due.get(), rule.path("due"), DUE, problems)
                .ifPresent(section -> readDue(section, policy));
    }

    private static void readDue(Section due, SlaPolicy policy) {
        policy.setBase(
                due.required(
                        "from",
                        Conversions.oneOfWritten(DeadlineBase.class),
                        Conversions.constant(DeadlineBase.class),
                        DeadlineBase.UNKNOWN));
        policy.setAllowanceMicros(
                due.optional("allowance", Conversions.DURATION, Conversions::duration, 0L));
        policy.setEndOfDay(due.optional("endOfDay", "true or false", Conversions::flag, false));
        policy.setZone(
                due.optional(
                        "zone", "a time zone such as Europe/Berlin", Conversions::zone, "UTC"));
    }

    /** Days end where people work. */
    private void requireOneZone(Section rule, SlaPolicy policy) {
        WorkingCalendar calendar = policy.getCalendar();
        if (calendar == null) {
            return;
        }
        rule.node("due")
                .flatMap(due -> Section.of(due, rule.path("due"), DUE, new Problems("")))
                .flatMap(due -> due.node("zone"))
                .filter(zone -> !calendar.getZone().equals(policy.getZone()))
                .ifPresent(
                        zone ->
                                problems.add(
                                        zone,
                                        rule.path("due.zone"),
                                        "nothing beside a calendar, whose zone counts",
                                        policy.getZone()));
        policy.setZone(calendar.getZone());
    }

    private boolean restartedByCarrier(Section rule, SlaPolicy policy) {
        boolean restarted =
                rule.optional("restartedByCarrier", "true or false", Conversions::flag, false);
        if (restarted && policy.getBase() != DeadlineBase.START) {
            problems.add(
                    rule.node("restartedByCarrier").orElseThrow(),
                    rule.path("restartedByCarrier"),
                    "false unless due.from is start",
                    "true");
        }
        return restarted;
    }

    /** What the job would refuse although each field by itself is right. */
    private void requireCountable(Node node, Section rule, SlaPolicy policy) {
        if (policy.getCalendar() == null || !problems.none()) {
            return;
        }
        try {
            Rule made = Rule.of(policy);
            made.deadlineFrom(made.effectiveFrom());
        } catch (IllegalArgumentException | IllegalStateException e) {
            problems.add(
                    rule.node("calendar").orElse(node),
                    rule.path("calendar"),
                    "a calendar that the deadline can be counted with",
                    e.getMessage());
        }
    }

    private PolicySelector selector(Section rule) {
        PolicySelector selector = new PolicySelector();
        rule.node("selector")
                .flatMap(node -> Section.of(node, rule.path("selector"), SELECTOR, problems))
                .ifPresent(
                        section -> {
                            selector.setCompany(part(section, "company"));
                            selector.setSupplier(part(section, "supplier"));
                            selector.setCategory(part(section, "category"));
                            selector.setWarehouse(part(section, "warehouse"));
                            selector.setIncoterm(part(section, "incoterm"));
                            selector.setCurrency(
                                    section.optional(
                                            "currency",
                                            "an ISO 4217 code such as EUR",
                                            Conversions::currency,
                                            null));
                        });
        return selector;
    }

    private static String part(Section selector, String field) {
        return selector.optional(field, "a text", Conversions::text, null);
    }
}
