package io.milepost.scenarios.words;

import io.milepost.events.DeadlineBase;
import io.milepost.events.MilestoneName;
import io.milepost.events.PolicySelector;
import io.milepost.events.Severity;
import io.milepost.events.SlaPolicy;
import io.milepost.schemas.TrustedEvents;
import java.math.BigDecimal;
import java.time.Instant;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A rule as people write it into their files. Version and effectiveFrom may be left out here; the
 * rest is as documented.
 */
public final class RuleText {

    private static final int PERCENT_SCALE = 4;
    private static final String VERSION = "version: 1";
    private static final String EFFECTIVE = "effectiveFrom: 1970-01-01T00:00:00Z";

    static {
        TrustedEvents.trust();
    }

    private RuleText() {}

    /** The text with what was left out, each field in a line of its own. */
    public static String complete(String text) {
        String complete = text.strip();
        for (String field : new String[] {VERSION, EFFECTIVE}) {
            String name = field.substring(0, field.indexOf(':') + 1);
            if (complete.lines().noneMatch(line -> line.startsWith(name))) {
                complete += '\n' + field;
            }
        }
        return complete;
    }

    /** The rule for the lines of one company; other stories have rules of the same name. */
    public static SlaPolicy read(String text, String company) {
        return onlyFor(company, read(complete(text)));
    }

    /** The same rule as a variant for one company, and so for one story. */
    public static SlaPolicy onlyFor(String company, SlaPolicy rule) {
        PolicySelector selector =
                PolicySelector.newBuilder(rule.getSelector()).setCompany(company).build();
        String variant = rule.getVariant().isEmpty() ? company : company + "-" + rule.getVariant();
        return SlaPolicy.newBuilder(rule).setVariant(variant).setSelector(selector).build();
    }

    private static SlaPolicy read(String text) {
        Fields rule = new Fields(new Load(LoadSettings.builder().build()).loadFromString(text));
        if (Requests.areIn(rule)) {
            return Requests.rule(rule, selector(rule));
        }
        Fields due = rule.section("due");
        WorkingTime calendar = WorkingTime.of(rule);
        SlaPolicy policy =
                SlaPolicy.newBuilder()
                        .setRule(rule.text("rule", null))
                        .setVariant(rule.text("variant", ""))
                        .setDescription(rule.text("description", ""))
                        .setVersion(rule.number("version", 1))
                        .setEffectiveFrom(Instant.parse(rule.text("effectiveFrom", null)))
                        .setAppliesToRunningClocks(rule.flag("appliesToRunningClocks"))
                        .setExpects(rule.constant("expects", MilestoneName.class, null))
                        .setStartedBy(
                                rule.constant(
                                        "startedBy", MilestoneName.class, MilestoneName.ORDERED))
                        .setBase(due.constant("from", DeadlineBase.class, null))
                        .setAllowanceMicros(due.duration("allowance"))
                        .setEndOfDay(due.flag("endOfDay"))
                        .setZone(calendar == null ? due.text("zone", "UTC") : calendar.zone())
                        .setWarnBeforeMicros(rule.duration("warnBefore"))
                        .setCalendar(calendar == null ? null : calendar.contract())
                        .setSeverity(rule.constant("severity", Severity.class, Severity.MEDIUM))
                        .setSeverityByValue(Bands.of(rule))
                        .setRestartedByCarrier(rule.flag("restartedByCarrier"))
                        .setMatch(Terms.of(rule))
                        .setQuantityPercent(share(rule.text("quantity", null)))
                        .setPerScheduleLine(rule.text("each", "").equals("schedule-line"))
                        .setSelector(selector(rule))
                        .build();
        rule.requireAllRead();
        due.requireAllRead();
        return policy;
    }

    private static BigDecimal share(String text) {
        if (text == null) {
            return null;
        }
        String percent = text.equals("any") ? "0" : text.substring(0, text.indexOf('%'));
        return new BigDecimal(percent).setScale(PERCENT_SCALE);
    }

    private static PolicySelector selector(Fields rule) {
        Fields selector = rule.section("selector");
        PolicySelector made =
                PolicySelector.newBuilder()
                        .setSupplier(selector.text("supplier", null))
                        .setCategory(selector.text("category", null))
                        .setWarehouse(selector.text("warehouse", null))
                        .setIncoterm(selector.text("incoterm", null))
                        .setCurrency(selector.text("currency", null))
                        .build();
        selector.requireAllRead();
        return made;
    }
}
