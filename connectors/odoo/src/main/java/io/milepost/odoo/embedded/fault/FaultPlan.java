package io.milepost.odoo.embedded.fault;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.rpc.ConnectionLost;
import io.milepost.odoo.embedded.rpc.Rpc;
import io.milepost.odoo.embedded.store.ConflictException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Says which of the matching calls a fault befalls, and which fault. */
public final class FaultPlan {
    private final Faults faults;
    private final Predicate<Rpc> which;
    private long skip;
    private long times = 1;

    FaultPlan(Faults faults, Predicate<Rpc> which) {
        this.faults = faults;
        this.which = which;
    }

    /** From the nth matching call on, the first being 1. */
    public FaultPlan fromCall(long nth) {
        skip = nth - 1;
        return this;
    }

    /** So many calls in a row. */
    public FaultPlan times(long calls) {
        times = calls;
        return this;
    }

    /** Every one. */
    public FaultPlan always() {
        return times(Long.MAX_VALUE);
    }

    /** A business refusal in place of the work. */
    public void refuse(String message) {
        fail(Moment.BEFORE, () -> OdooError.user(message));
    }

    /** Any error in place of the work, by its Python name. */
    public void error(String name, String message) {
        fail(Moment.BEFORE, () -> new OdooError(name, message));
    }

    /** Loses against another transaction in every try. */
    public void serializationFailure() {
        fail(Moment.BEFORE_COMMIT, ConflictException::concurrentUpdate);
    }

    /** A status of the wire in place of the work. */
    public void http(int status) {
        fail(Moment.BEFORE, () -> new HttpFault(status, null));
    }

    /** A status of the wire that says when to come again. */
    public void http(int status, Duration retryAfter) {
        fail(Moment.BEFORE, () -> new HttpFault(status, Long.toString(retryAfter.toSeconds())));
    }

    /** The connection ends before anything is done. */
    public void dropBefore() {
        drop(Moment.BEFORE);
    }

    /** The connection ends when all is written and nothing committed: it is rolled back. */
    public void dropBeforeCommit() {
        drop(Moment.BEFORE_COMMIT);
    }

    /** The connection ends when all is committed and nothing answered. */
    public void dropAfterCommit() {
        drop(Moment.AFTER_COMMIT);
    }

    /** Takes its time at a moment; before the commit, the transaction is open meanwhile. */
    public void delay(Moment moment, Duration duration) {
        add(moment, () -> Gate.delay(duration));
    }

    /** Stands still at a moment until the gate is opened. */
    public Gate hold(Moment moment) {
        Gate gate = new Gate();
        add(moment, gate::pass);
        return gate;
    }

    private void drop(Moment moment) {
        fail(moment, () -> new ConnectionLost("dropped on purpose " + moment));
    }

    private void fail(Moment moment, Supplier<RuntimeException> failure) {
        add(
                moment,
                () -> {
                    throw failure.get();
                });
    }

    private void add(Moment moment, Runnable effect) {
        faults.add(new Fault(which, skip, times, moment, effect));
    }
}
