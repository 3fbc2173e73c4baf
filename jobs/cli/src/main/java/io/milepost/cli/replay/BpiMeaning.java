package io.milepost.cli.replay;

/** What an activity of the log means to Milepost. */
enum BpiMeaning {
    /** The item is asked for, before it is ordered: a draft. */
    REQUESTED,
    /** The item waits for an approval before it is ordered. */
    TO_APPROVE,
    /** The item is ordered. */
    ORDERED,
    /** The ordered item is changed; the row's worth is the item's from then on. */
    CHANGED,
    /** Something is noted that changes nothing which Milepost knows of a line. */
    NOTED,
    /** The item is cancelled. */
    DELETED,
    /** The item is no longer cancelled. */
    REACTIVATED,
    /** The vendor confirms. */
    CONFIRMED,
    /** Goods are received. */
    RECEIVED,
    /** A receipt is taken back. */
    RECEIPT_REVERSED,
    /** A service is entered as done. */
    SERVICE_ENTERED,
    /** An invoice is booked. */
    INVOICED,
    /** An invoice is taken back. */
    INVOICE_REVERSED,
    /** The value of an earlier invoice is corrected. */
    VALUE_CORRECTED,
    /** Such a correction is taken back. */
    CORRECTION_REVERSED,
    /** An invoice is cleared: paid. */
    CLEARED
}
