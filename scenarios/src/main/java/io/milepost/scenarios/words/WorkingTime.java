package io.milepost.scenarios.words;

import io.milepost.events.WorkingCalendar;
import io.milepost.events.WorkingDay;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The calendar of a rule's text.
 *
 * @param contract as it is published
 */
record WorkingTime(WorkingCalendar contract) {

    private static final int DAY_MINUTES = 1440;

    /** The calendar of a rule; {@code null} if it has none. */
    static WorkingTime of(Fields rule) {
        Fields calendar = rule.section("calendar");
        if (calendar.isEmpty()) {
            return null;
        }
        WorkingCalendar contract =
                WorkingCalendar.newBuilder()
                        .setZone(calendar.text("zone", null))
                        .setWorkingDays(
                                calendar.list("workingDays").stream()
                                        .map(
                                                day ->
                                                        Fields.constant(
                                                                day.toString(), WorkingDay.class))
                                        .toList())
                        .setFromMinute(minute(calendar.text("from", null), 0))
                        .setToMinute(minute(calendar.text("to", null), DAY_MINUTES))
                        .setHolidays(
                                calendar.list("holidays").stream().map(Object::toString).toList())
                        .setExtraHolidays(
                                calendar.list("extraHolidays").stream()
                                        .map(day -> LocalDate.parse(day.toString()))
                                        .toList())
                        .build();
        calendar.requireAllRead();
        return new WorkingTime(contract);
    }

    String zone() {
        return contract.getZone();
    }

    private static int minute(String time, int unless) {
        return time == null ? unless : LocalTime.parse(time).toSecondOfDay() / 60;
    }
}
