package io.milepost.odoo.embedded.fault;

import io.milepost.odoo.embedded.rpc.Rpc;
import java.util.function.Predicate;

/** One thing that goes wrong, in some of the calls that match. */
final class Fault {
    private final Predicate<Rpc> which;
    private final Moment moment;
    private final Runnable effect;
    private long skip;
    private long times;

    Fault(Predicate<Rpc> which, long skip, long times, Moment moment, Runnable effect) {
        this.which = which;
        this.skip = skip;
        this.times = times;
        this.moment = moment;
        this.effect = effect;
    }

    /** Whether it befalls this call; counts it. */
    synchronized boolean befalls(Rpc rpc) {
        if (times <= 0 || !which.test(rpc)) {
            return false;
        }
        if (skip > 0) {
            skip--;
            return false;
        }
        times--;
        return true;
    }

    Moment moment() {
        return moment;
    }

    Runnable effect() {
        return effect;
    }
}
