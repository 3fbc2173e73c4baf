package io.milepost.odoo.embedded.fault;

import java.util.List;

/** What goes wrong in one call. */
public final class Injection {
    /** Nothing. */
    public static final Injection NONE = new Injection(List.of());

    private final List<Fault> faults;

    Injection(List<Fault> faults) {
        this.faults = faults;
    }

    /** Before the transaction begins. */
    public void before() {
        at(Moment.BEFORE);
    }

    /** When all is written and nothing committed; in every try. */
    public void beforeCommit() {
        at(Moment.BEFORE_COMMIT);
    }

    /** After the commit and before the answer. */
    public void after() {
        at(Moment.AFTER_COMMIT);
    }

    private void at(Moment moment) {
        for (Fault fault : faults) {
            if (fault.moment() == moment) {
                fault.effect().run();
            }
        }
    }
}
