package io.milepost.odoo.embedded.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A database in memory: tables of versioned records and transactions that see one snapshot
 * (REPEATABLE READ), wait for each other's records and fail when they would overwrite what they did
 * not see.
 */
public final class Store {
    final ReentrantLock latch = new ReentrantLock();
    final RowLocks locks = new RowLocks(latch);
    private final Map<String, Table> tables = new HashMap<>();
    private final Set<Transaction> open = new LinkedHashSet<>();
    private final Clock clock;
    private long lastCommit;

    /** An empty database that tells the time by a clock. */
    public Store(Clock clock) {
        this.clock = clock;
    }

    /** Makes a table with indexes on these fields, unless it is there. */
    public void define(String table, Collection<String> indexed) {
        locked(() -> tables.putIfAbsent(table, new Table(indexed)));
    }

    /** Adds an index to a table, over the records that are there as well. */
    public void index(String table, String field) {
        locked(
                () -> {
                    table(table).addIndex(field);
                    return null;
                });
    }

    /** Lets the next record of a table have this id. */
    public void continueAt(String table, long nextId) {
        locked(
                () -> {
                    table(table).continueAt(nextId);
                    return null;
                });
    }

    /** Begins a transaction: from now on it sees what is committed now. */
    public Transaction begin() {
        return locked(
                () -> {
                    Transaction begun = new Transaction(this, lastCommit, now());
                    open.add(begun);
                    return begun;
                });
    }

    /** The time, in whole microseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * When the oldest open transaction other than this one began; {@code null} if there is none.
     */
    public Instant oldestOpen(Transaction but) {
        return locked(
                () ->
                        open.stream()
                                .filter(transaction -> transaction != but)
                                .map(Transaction::start)
                                .min(Instant::compareTo)
                                .orElse(null));
    }

    /** How many transactions other than this one are open. */
    public int open(Transaction but) {
        return locked(() -> (int) open.stream().filter(other -> other != but).count());
    }

    Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name + ", known: " + tables.keySet());
        }
        return table;
    }

    void commit(Transaction transaction) {
        long commit = ++lastCommit;
        open.remove(transaction);
        long oldest = open.stream().mapToLong(Transaction::snapshot).min().orElse(commit);
        transaction.changes((table, id, row) -> table(table).install(id, row, commit, oldest));
        locks.release(transaction);
    }

    void forget(Transaction transaction) {
        open.remove(transaction);
        locks.release(transaction);
    }

    <T> T locked(Supplier<T> work) {
        latch.lock();
        try {
            return work.get();
        } finally {
            latch.unlock();
        }
    }
}
