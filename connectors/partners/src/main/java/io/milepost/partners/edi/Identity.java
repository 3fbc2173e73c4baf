package io.milepost.partners.edi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What an envelope says about who, when and which, in the words of our header. */
final class Identity {

    /** Years of two digits from here on were in the last century. */
    private static final int CENTURY_TURNS_AT = 70;

    private Identity() {}

    /** A partner's identification with its qualifier; {@code null} if there is none. */
    static String of(String qualifier, String id) {
        String value = id.strip();
        String kind = qualifier.strip();
        if (value.isEmpty()) {
            return null;
        }
        return kind.isEmpty() ? value : kind + ":" + value;
    }

    static String orNull(String value) {
        return value.isBlank() ? null : value.strip();
    }

    /** The time of six or eight digits of date and at least four of time; {@code null} if none. */
    static Instant preparedAt(String date, String time) {
        if (!date.matches("([0-9]{2})?[0-9]{6}") || !time.matches("[0-9]{4,8}")) {
            return null;
        }
        int at = date.length() - 4;
        int year = Integer.parseInt(date.substring(0, at));
        if (at == 2) {
            year += year >= CENTURY_TURNS_AT ? 1900 : 2000;
        }
        try {
            return LocalDateTime.of(
                            year,
                            Integer.parseInt(date.substring(at, at + 2)),
                            Integer.parseInt(date.substring(at + 2)),
                            Integer.parseInt(time.substring(0, 2)),
                            Integer.parseInt(time.substring(2, 4)),
                            time.length() >= 6 ? Integer.parseInt(time.substring(4, 6)) : 0)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
