package io.milepost.odoo.setup;

/**
 * One thing that Milepost needs in Odoo.
 *
 * @param state what is to be done, or was done
 * @param what the thing, in words
 */
public record SetupStep(State state, String what) {

    /** What is done with a thing. */
    public enum State {
        /** It is there as it must be. */
        PRESENT,
        /** It is missing. */
        CREATE,
        /** It is there and differs. */
        CHANGE
    }
}
