package io.milepost.local.distributor;

/** What becomes of a line, as a whole. */
enum Fate {
    /** It is delivered, in time or not. */
    NORMAL,
    /** The buyer cancels it. */
    CANCELLED,
    /** The supplier refuses it, and nobody does anything about it. */
    REJECTED,
    /** The supplier says nothing more and delivers nothing. */
    SILENT,
    /** The supplier delivers less than ordered, and never the rest. */
    SHORT;

    static Fate draw(Dice dice) {
        double share = dice.share();
        if (share < Habits.CANCELLED) {
            return CANCELLED;
        } else if (share < Habits.CANCELLED + Habits.REJECTED) {
            return REJECTED;
        } else if (share < Habits.CANCELLED + Habits.REJECTED + Habits.SILENT) {
            return SILENT;
        } else if (share < Habits.CANCELLED + Habits.REJECTED + Habits.SILENT + Habits.SHORT) {
            return SHORT;
        }
        return NORMAL;
    }
}
