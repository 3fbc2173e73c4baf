package io.milepost.local.partners;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as messages have them, in UTC. */
final class Wording {

    private static final DateTimeFormatter DAY = pattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = pattern("HHmmss");
    private static final DateTimeFormatter MINUTE = pattern("yyyyMMddHHmm");
    private static final DateTimeFormatter ISO_DAY = pattern("yyyy-MM-dd");
    private static final DateTimeFormatter ISO_TIME = pattern("HH:mm:ss'Z'");

    private Wording() {}

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static String day(Instant time) {
        return DAY.format(time);
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** Day and time to the minute: EDIFACT's format 203. */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    static String isoDay(Instant time) {
        return ISO_DAY.format(time);
    }

    static String isoTime(Instant time) {
        return ISO_TIME.format(time);
    }
}
