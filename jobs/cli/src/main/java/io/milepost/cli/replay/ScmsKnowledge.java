package io.milepost.cli.replay;

import io.milepost.local.feed.Micros;
import java.time.LocalDate;

/**
 * When a row's order and ship notice could be known; the log does not say it of every row.
 *
 * @param basis which date of the row the order's time was taken from
 * @param stated that date, before the rule below, microseconds
 * @param orderKnown when the order is taken to be known: the stated date, but never after the
 *     promise or the recording, microseconds
 * @param noticeKnown when the ship notice is taken to be known: a millisecond before the receipt is
 *     recorded, but not before the order, microseconds
 */
record ScmsKnowledge(Basis basis, long stated, long orderKnown, long noticeKnown) {

    /** How long before the promise an order is taken to be known when no date was captured. */
    static final int ASSUMED_DAYS = 60;

    private static final long MILLISECOND = 1_000;

    /** Which date of the row tells when the order was known. */
    enum Basis {
        PO_DATE,
        PQ_DATE,
        ASSUMED
    }

    static ScmsKnowledge of(ScmsRow row) {
        Basis basis;
        LocalDate day;
        if (row.poSent() != null) {
            basis = Basis.PO_DATE;
            day = row.poSent();
        } else if (row.pqSent() != null) {
            basis = Basis.PQ_DATE;
            day = row.pqSent();
        } else {
            basis = Basis.ASSUMED;
            day = row.scheduled().minusDays(ASSUMED_DAYS);
        }
        long stated = startOf(day);
        long recorded = startOf(row.recorded());
        long orderKnown = Math.min(stated, Math.min(startOf(row.scheduled()), recorded));
        long noticeKnown = Math.max(orderKnown, recorded - MILLISECOND);
        return new ScmsKnowledge(basis, stated, orderKnown, noticeKnown);
    }

    /** Whether the order would have been known only after its promise or its delivery's record. */
    boolean wasMoved() {
        return orderKnown < stated;
    }

    /** The 00:00 UTC that a day begins with, microseconds. */
    static long startOf(LocalDate day) {
        return day.toEpochDay() * Micros.DAY;
    }
}
