package io.milepost.cli.policies;

import io.milepost.events.WorkingCalendar;
import io.milepost.events.WorkingDay;
import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import io.milepost.state.sla.BusinessCalendar;
import io.milepost.state.sla.Holidays;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the calendar of a rule. */
final class CalendarReader {

    private static final List<String> FIELDS =
            List.of("zone", "workingDays", "from", "to", "holidays", "extraHolidays");

    private static final String TIME = "a time of day from 00:00 to 24:00";

    private final Problems problems;

    CalendarReader(Problems problems) {
        this.problems = problems;
    }

    /** The calendar of a rule, {@code null} if it has none. */
    WorkingCalendar read(Section rule) {
        Optional<Node> node = rule.node("calendar");
        return node.flatMap(it -> Section.of(it, rule.path("calendar"), FIELDS, problems))
                .map(calendar -> read(node.get(), calendar))
                .orElse(null);
    }

    private WorkingCalendar read(Node node, Section calendar) {
        WorkingCalendar read = new WorkingCalendar();
        read.setZone(
                calendar.required(
                        "zone", "a time zone such as Europe/Berlin", Conversions::zone, "UTC"));
        read.setWorkingDays(
                calendar.list(
                        "workingDays",
                        Conversions.oneOf(WorkingDay.class),
                        Conversions.constant(WorkingDay.class)));
        if (calendar.nodes("workingDays", "a list of days").isEmpty()) {
            problems.add(
                    node,
                    calendar.path("workingDays"),
                    "at least one of " + Conversions.oneOf(WorkingDay.class).substring(7),
                    "nothing");
        }
        read.setFromMinute(calendar.optional("from", TIME, Conversions::minuteOfDay, 0));
        read.setToMinute(
                calendar.optional(
                        "to", TIME, Conversions::minuteOfDay, BusinessCalendar.DAY_MINUTES));
        if (read.getFromMinute() >= read.getToMinute()) {
            problems.add(
                    calendar.node("to").or(() -> calendar.node("from")).orElse(node),
                    calendar.path("to"),
                    "a time of day after from",
                    calendar.node("to").map(Section::describe).orElse("nothing"));
        }
        read.setHolidays(calendar.list("holidays", Holidays.CODE, Conversions::place));
        read.setExtraHolidays(
                calendar.list("extraHolidays", "a date such as 2026-12-24", Conversions::date));
        return read;
    }
}
