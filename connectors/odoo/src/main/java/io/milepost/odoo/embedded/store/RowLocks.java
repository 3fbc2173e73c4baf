package io.milepost.odoo.embedded.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Who holds which record until the end of its transaction; others wait. */
final class RowLocks {
    private final Map<RowKey, Transaction> owners = new HashMap<>();
    private final Map<Transaction, Transaction> waiting = new HashMap<>();
    private final Condition released;

    RowLocks(ReentrantLock latch) {
        this.released = latch.newCondition();
    }

    /** Waits until nobody else holds it; the latch is held by the caller. */
    void take(RowKey key, Transaction taker) {
        Transaction owner = owners.putIfAbsent(key, taker);
        while (owner != null && owner != taker) {
            waiting.put(taker, owner);
            try {
                if (isCircle(taker)) {
                    throw ConflictException.deadlock();
                }
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + key, e);
            } finally {
                waiting.remove(taker);
            }
            owner = owners.putIfAbsent(key, taker);
        }
    }

    void release(Transaction owner) {
        owners.values().removeIf(holder -> holder == owner);
        released.signalAll();
    }

    private boolean isCircle(Transaction from) {
        Transaction next = waiting.get(from);
        while (next != null && next != from) {
            next = waiting.get(next);
        }
        return next == from;
    }
}
