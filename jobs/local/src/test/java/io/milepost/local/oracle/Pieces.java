package io.milepost.local.oracle;

import io.milepost.events.LineAnswer;
import io.milepost.events.LineReference;
import io.milepost.events.ScheduleLine;
import io.milepost.local.feed.Micros;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** The small parts that cases are made of. Times are days since 2026-01-01 00:00 UTC. */
final class Pieces {

    static final long START = Micros.of(Instant.parse("2026-01-01T00:00:00Z"));

    private Pieces() {}

    static long day(double day) {
        return START + Math.round(day * Micros.DAY);
    }

    static Instant instant(double day) {
        return Micros.toInstant(day(day));
    }

    static LineReference lineNumber(int number) {
        return new LineReference(null, null, number, null, null, null);
    }

    static ScheduleLine part(LineAnswer answer, int quantity, Double promised) {
        return new ScheduleLine(
                1,
                answer,
                number(quantity),
                "C62",
                promised == null ? null : instant(promised),
                null);
    }

    static ScheduleLine part(LineAnswer answer, int quantity, double promised) {
        return part(answer, quantity, Double.valueOf(promised));
    }

    static LineSelector supplier(String supplier) {
        return new LineSelector(Map.of(LineSelector.Part.SUPPLIER, supplier));
    }

    static BigDecimal number(int number) {
        return BigDecimal.valueOf(number).setScale(6);
    }
}
