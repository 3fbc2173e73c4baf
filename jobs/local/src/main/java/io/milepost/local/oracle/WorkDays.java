package io.milepost.local.oracle;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The dates on which people work.
 *
 * @param weekdays the days of the week
 * @param holidays whose public holidays are free: ISO 3166 codes such as DE or DE-BY
 * @param extraHolidays further free dates
 */
record WorkDays(Set<DayOfWeek> weekdays, List<String> holidays, Set<LocalDate> extraHolidays) {

    private static final Map<String, Set<LocalDate>> FREE = new ConcurrentHashMap<>();

    /** Copies the collections. */
    WorkDays {
        weekdays = Set.copyOf(weekdays);
        holidays = List.copyOf(holidays);
        extraHolidays = Set.copyOf(extraHolidays);
    }

    boolean contains(LocalDate date) {
        return weekdays.contains(date.getDayOfWeek())
                && !extraHolidays.contains(date)
                && holidays.stream().noneMatch(code -> isFree(code, date));
    }

    private static boolean isFree(String code, LocalDate date) {
        return FREE.computeIfAbsent(code + date.getYear(), key -> free(code, date.getYear()))
                .contains(date);
    }

    /**
     * The free dates of a year: holidays and the days on which they are made up for, which may be
     * those of the years beside it.
     */
    private static Set<LocalDate> free(String code, int year) {
        String[] parts = code.toLowerCase(Locale.ROOT).split("-");
        HolidayManager calendar = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        String[] subdivisions = Arrays.copyOfRange(parts, 1, parts.length);
        Set<LocalDate> free = new HashSet<>();
        for (int near = year - 1; near <= year + 1; near++) {
            calendar.getHolidays(Year.of(near), HolidayType.PUBLIC_HOLIDAY, subdivisions)
                    .forEach(
                            holiday -> {
                                free.add(holiday.getActualDate());
                                holiday.getObservedDate().ifPresent(free::add);
                            });
        }
        return free;
    }
}
