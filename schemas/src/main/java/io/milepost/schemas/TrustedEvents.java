package io.milepost.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that our generated classes may be made from data. Avro 1.12 refuses every class that
 * it was not told of, at the first decode or default value and not at the first encode; so every
 * class that may be the first in a process to touch Avro calls {@link #trust()} from its static
 * initializer.
 */
public final class TrustedEvents {

    private static final String OUR_EVENTS = "io.milepost.events.";

    static {
        // In a static initializer, so that it happens once per class loader and not once per call:
        // each call would wrap the validator of the one before.
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(),
                        type -> type.getName().startsWith(OUR_EVENTS)));
    }

    private TrustedEvents() {}

    /** Loads this class, which is all that is needed; further calls do nothing. */
    public static void trust() {
        // The static initializer above did the work.
    }
}
