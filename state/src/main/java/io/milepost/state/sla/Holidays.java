package io.milepost.state.sla;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Public holidays by country, or by a part of it: a date that is a holiday somewhere in the country
 * only is one for that part. Looked up once for each code and year; safe for many threads.
 */
public final class Holidays {

    /** What a code looks like, in words. */
    public static final String CODE =
            "an ISO 3166 code of a country or a part of it, as DE or DE-BY";

    /** The Islamic calendar is tabled for these years; earlier and later ones have no holidays. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2150;

    /** One for the process: what a place celebrates is the same for everybody. */
    private static final Holidays SHARED = new Holidays();

    private final Map<CodeYear, Set<LocalDate>> byYear = new ConcurrentHashMap<>();
    private final Map<String, HolidayManager> countries = new ConcurrentHashMap<>();

    /** Nothing was byYear up yet. */
    Holidays() {}

    /**
     * Whether the holidays of a place are known.
     *
     * @param code such as {@code DE} or {@code DE-BY}, in upper case
     */
    public static boolean knows(String code) {
        return SHARED.isKnown(code);
    }

    /**
     * Whether a day is a public holiday, or the day on which one is made up for.
     *
     * @param code a code that {@link #knows} accepts
     */
    public static boolean isHoliday(String code, LocalDate date) {
        return SHARED.isFree(code, date);
    }

    boolean isKnown(String code) {
        if (!code.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
            return false;
        }
        String[] parts = parts(code);
        if (!withOwnLoader(HolidayManager::getSupportedCalendarCodes).contains(parts[0])) {
            return false;
        }
        CalendarHierarchy country = country(parts[0]).getCalendarHierarchy();
        return parts.length == 1 || country.getChildren().containsKey(lower(parts[1]));
    }

    boolean isFree(String code, LocalDate date) {
        return byYear.computeIfAbsent(new CodeYear(code, date.getYear()), this::dates)
                .contains(date);
    }

    private Set<LocalDate> dates(CodeYear of) {
        Set<LocalDate> dates = new HashSet<>();
        if (of.year() < FIRST_YEAR || of.year() > LAST_YEAR) {
            return dates;
        }
        String[] parts = parts(of.code());
        String[] part = parts.length == 1 ? new String[0] : new String[] {lower(parts[1])};
        for (Holiday holiday : country(parts[0]).getHolidays(Year.of(of.year()), part)) {
            if (holiday.getType() != HolidayType.OBSERVANCE) {
                dates.add(holiday.getDate());
                dates.add(holiday.getActualDate());
            }
        }
        return dates;
    }

    private HolidayManager country(String code) {
        return countries.computeIfAbsent(
                code,
                it ->
                        withOwnLoader(
                                () ->
                                        HolidayManager.getInstance(
                                                ManagerParameters.create(lower(it)))));
    }

    /** The library asks the thread for its resources; a thread of the cluster has not ours. */
    private static <T> T withOwnLoader(java.util.function.Supplier<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Holidays.class.getClassLoader());
        try {
            return call.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String[] parts(String code) {
        return code.split("-", 2);
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    private record CodeYear(String code, int year) {}
}
