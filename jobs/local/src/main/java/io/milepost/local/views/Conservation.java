package io.milepost.local.views;

import io.milepost.events.Account;

/**
 * What became of the records of one topic. Nothing is lost when all that came in is one of the
 * rest.
 *
 * @param recordsIn records that came in, heartbeats left out
 * @param effective records that told something new
 * @param duplicate records that were known already
 * @param withoutEffect records that were new but older than what is known, or contradicted it
 * @param waiting records that wait for their order or shipment
 * @param deadLettered records that were rejected
 */
public record Conservation(
        long recordsIn,
        long effective,
        long duplicate,
        long withoutEffect,
        long waiting,
        long deadLettered) {

    /** No records. */
    public static final Conservation NONE = new Conservation(0, 0, 0, 0, 0, 0);

    /** Whether everything that came in is accounted for. */
    public boolean holds() {
        return recordsIn == accountedFor();
    }

    /** How many records the parts sum to. */
    public long accountedFor() {
        return effective + duplicate + withoutEffect + waiting + deadLettered;
    }

    Conservation plus(Conservation other) {
        return new Conservation(
                recordsIn + other.recordsIn,
                effective + other.effective,
                duplicate + other.duplicate,
                withoutEffect + other.withoutEffect,
                waiting + other.waiting,
                deadLettered + other.deadLettered);
    }

    Conservation plus(Account account) {
        return new Conservation(
                recordsIn + account.getRecordsIn(),
                effective + account.getEffective(),
                duplicate + account.getDuplicate(),
                withoutEffect + account.getWithoutEffect(),
                waiting + account.getWaiting(),
                deadLettered + account.getDeadLettered());
    }
}
