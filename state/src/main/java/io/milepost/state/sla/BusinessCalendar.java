package io.milepost.state.sla;

import io.milepost.state.Times;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;

/**
 * When people work, and how time is counted while they do. Work starts and ends when the clock on
 * the wall says so; what lies between is counted as it passes, so a night that has an hour more or
 * less makes the working time longer or shorter only if people work through it.
 *
 * @param zone zone of the days and of the clock on the wall
 * @param workingDays days of the week on which people work, at least one
 * @param fromMinute start of work, minutes after midnight
 * @param toMinute end of work, minutes after midnight, exclusive; 1440 is midnight
 * @param holidays codes of countries, or of parts of them, whose public holidays are free
 * @param extraHolidays further free days
 */
public record BusinessCalendar(
        ZoneId zone,
        SortedSet<DayOfWeek> workingDays,
        int fromMinute,
        int toMinute,
        List<String> holidays,
        SortedSet<LocalDate> extraHolidays) {

    /** Minutes of a day by the clock on the wall. */
    public static final int DAY_MINUTES = 1440;

    /** No country has that many free days on end, so there is no working day at all. */
    private static final int LONGEST_BREAK_DAYS = 400;

    /**
     * Adds working time.
     *
     * @param time where counting starts, microseconds
     * @param amount working time, microseconds; negative to count backwards; with 0 the time stays
     *     what it is, also outside the working hours
     * @return the first instant at which so much working time has passed, or the last one at which
     *     so much was still to come; exactly the end or the start of work if it ends there
     * @throws IllegalStateException if there is no working day for more than a year
     */
    public long add(long time, long amount) {
        if (amount == 0) {
            return time;
        }
        return amount > 0 ? forward(time, amount) : backward(time, -amount);
    }

    /**
     * The end of the working day of a time: that of its date by the zone, or of the next working
     * day if the date is free or its work had ended before.
     */
    public long endOfDay(long time) {
        LocalDate date = dateOf(time);
        for (int free = 0; free <= LONGEST_BREAK_DAYS; date = date.plusDays(1), free++) {
            long end = end(date);
            if (isWorkingDay(date) && end >= time) {
                return end;
            }
        }
        throw noWork(date);
    }

    /** Whether people work on a day. */
    public boolean isWorkingDay(LocalDate date) {
        if (!workingDays.contains(date.getDayOfWeek()) || extraHolidays.contains(date)) {
            return false;
        }
        for (String code : holidays) {
            if (Holidays.isHoliday(code, date)) {
                return false;
            }
        }
        return true;
    }

    /** The date of a time in the calendar's zone. */
    public LocalDate dateOf(long time) {
        return Times.instant(time).atZone(zone).toLocalDate();
    }

    private long forward(long time, long amount) {
        long left = amount;
        LocalDate date = dateOf(time);
        for (int free = 0; free <= LONGEST_BREAK_DAYS; date = date.plusDays(1)) {
            long from = Math.max(time, start(date));
            long worked = isWorkingDay(date) ? end(date) - from : 0;
            if (worked >= left) {
                return from + left;
            }
            free = worked > 0 ? 0 : free + 1;
            left -= Math.max(0, worked);
        }
        throw noWork(date);
    }

    private long backward(long time, long amount) {
        long left = amount;
        LocalDate date = dateOf(time);
        for (int free = 0; free <= LONGEST_BREAK_DAYS; date = date.minusDays(1)) {
            long to = Math.min(time, end(date));
            long worked = isWorkingDay(date) ? to - start(date) : 0;
            if (worked >= left) {
                return to - left;
            }
            free = worked > 0 ? 0 : free + 1;
            left -= Math.max(0, worked);
        }
        throw noWork(date);
    }

    private long start(LocalDate date) {
        return at(date, fromMinute);
    }

    private long end(LocalDate date) {
        return at(date, toMinute);
    }

    /**
     * A time that the clock skips is the first after the gap; one that it shows twice, the first.
     */
    private long at(LocalDate date, int minute) {
        LocalDateTime wall = date.atStartOfDay().plusMinutes(minute);
        Instant instant = wall.atZone(zone).toInstant();
        return Times.micros(instant);
    }

    private IllegalStateException noWork(LocalDate date) {
        return new IllegalStateException(
                "calendar: expected a working day within "
                        + LONGEST_BREAK_DAYS
                        + " days but found none up to "
                        + date);
    }

    /** How much a common working day has, microseconds. */
    long workingDayMicros() {
        return TimeUnit.MINUTES.toMicros((long) toMinute - fromMinute);
    }
}
