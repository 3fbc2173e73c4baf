package io.milepost.odoo.embedded.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One transaction of one thread. Records that it writes are held until its end, also against
 * readers that want to write; it ends by {@link #commit} or {@link #close}.
 */
public final class Transaction implements AutoCloseable {

    /** Takes a changed record; no row if it was deleted. */
    interface Change {
        void take(String table, long id, Row row);
    }

    private final Store store;
    private final long snapshot;
    private final Instant start;
    private final Changes changes = new Changes();
    private boolean ended;

    Transaction(Store store, long snapshot, Instant start) {
        this.store = store;
        this.snapshot = snapshot;
        this.start = start;
    }

    /** When it began: what {@code now()} says in it. */
    public Instant start() {
        return start;
    }

    long snapshot() {
        return snapshot;
    }

    Changes changes() {
        return changes;
    }

    /** The time by the wall, not by the transaction. */
    public Instant clock() {
        return store.now();
    }

    /** The horizon: when the oldest other open transaction began, or {@code null}. */
    public Instant oldestOther() {
        return store.oldestOpen(this);
    }

    /** How many other transactions are open. */
    public int others() {
        return store.open(this);
    }

    /** A record as this transaction sees it; {@code null} if there is none. */
    public Row get(String table, long id) {
        Optional<Row> own = changes.of(table, id);
        return own != null
                ? own.orElse(null)
                : store.locked(() -> store.table(table).at(id, snapshot));
    }

    /** Takes the next id of a table; gone even if the transaction is rolled back. */
    public long nextId(String table) {
        return store.locked(() -> store.table(table).nextId());
    }

    /** Writes a record, new or known; waits for others that hold it. */
    public void put(String table, Row row) {
        hold(table, row.id());
        changes.put(table, row.id(), Optional.of(row));
    }

    /** Deletes a record; waits for others that hold it. */
    public void remove(String table, long id) {
        hold(table, id);
        changes.put(table, id, Optional.empty());
    }

    /** Holds a record against others without a change, as {@code FOR UPDATE} does. */
    public void lock(String table, long id) {
        hold(table, id);
    }

    /**
     * Makes sure that no other record has a value, committed or about to be; waits for others that
     * are about to.
     */
    public void claim(String table, String field, Object value, long owner, String constraint) {
        boolean taken =
                store.locked(
                        () -> {
                            store.locks.take(new RowKey(table, field + "=" + value), this);
                            return store.table(table).holds(field, value, owner)
                                    || changes.of(table).entrySet().stream()
                                            .filter(change -> change.getKey() != owner)
                                            .flatMap(change -> change.getValue().stream())
                                            .anyMatch(row -> value.equals(row.get(field)));
                        });
        if (taken) {
            throw new UniqueViolationException(constraint, field, value.toString());
        }
    }

    /** A place to go back to by {@link #rollbackTo}. */
    public int savepoint() {
        return changes.mark();
    }

    /** Undoes what was written since; what is held stays held. */
    public void rollbackTo(int savepoint) {
        changes.backTo(savepoint);
    }

    /** Makes all of it visible at once. */
    public void commit() {
        store.locked(
                () -> {
                    if (!ended) {
                        ended = true;
                        store.commit(this);
                    }
                    return null;
                });
    }

    /** Rolls back unless it is committed. */
    @Override
    public void close() {
        store.locked(
                () -> {
                    if (!ended) {
                        ended = true;
                        store.forget(this);
                    }
                    return null;
                });
    }

    /** Looks into a table as this transaction sees it. */
    public Scan scan(String table) {
        return new Scan(store, this, table);
    }

    void changes(Change change) {
        changes.each(change);
    }

    private void hold(String table, long id) {
        store.locked(
                () -> {
                    store.locks.take(new RowKey(table, id), this);
                    if (store.table(table).lastCommit(id) > snapshot) {
                        throw ConflictException.concurrentUpdate();
                    }
                    return null;
                });
    }
}
