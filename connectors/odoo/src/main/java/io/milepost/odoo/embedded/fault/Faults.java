package io.milepost.odoo.embedded.fault;

import io.milepost.odoo.embedded.rpc.Rpc;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * What goes wrong on purpose. Nothing is left to chance: a fault befalls the calls that match, from
 * the nth on and as often as it is told.
 */
public final class Faults {
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    /** Calls that something shall befall, once unless told otherwise. */
    public FaultPlan on(Predicate<Rpc> which) {
        return new FaultPlan(this, which);
    }

    /** Calls of a method. */
    public FaultPlan on(String model, String method) {
        return on(rpc -> rpc.is(model, method));
    }

    /** Calls of Milepost's server action for an operation, for example {@code apply}. */
    public FaultPlan onOperation(String operation) {
        return on(rpc -> rpc.operation().equals(operation));
    }

    /** Forgets all faults. */
    public void clear() {
        faults.clear();
    }

    /** What befalls a call that has just come. */
    public Injection next(Rpc rpc) {
        return new Injection(faults.stream().filter(fault -> fault.befalls(rpc)).toList());
    }

    void add(Fault fault) {
        faults.add(fault);
    }
}
