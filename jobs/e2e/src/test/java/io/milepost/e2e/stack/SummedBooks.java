package io.milepost.e2e.stack;

import io.milepost.events.Account;

/** The books of a job, added up over everything that it read. */
public final class SummedBooks {

    private long in;
    private long accountedFor;

    /** Adds what was written down. */
    public void add(Account account) {
        in += account.getRecordsIn();
        accountedFor += accountedFor(account);
    }

    /** What was written down of records whose fate is known. */
    public static long accountedFor(Account account) {
        return account.getEffective()
                + account.getDuplicate()
                + account.getWithoutEffect()
                + account.getWaiting()
                + account.getDeadLettered();
    }

    /** Records that came in, if all of them are accounted for; else -1. */
    public long balancedIn() {
        return in == accountedFor ? in : -1;
    }

    @Override
    public String toString() {
        return in + " records in, " + accountedFor + " accounted for";
    }
}
