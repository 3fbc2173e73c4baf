package io.milepost.odoo.embedded.model;

import java.util.Arrays;
import java.util.List;

/**
 * A method that can be called over the wire.
 *
 * @param name its name
 * @param onRecords whether it is called on records
 * @param parameters names in order; {@code ?} at the end of one that may be left out
 * @param body what it does
 */
public record Method(String name, boolean onRecords, List<String> parameters, Body body) {

    /** What a method does. */
    @FunctionalInterface
    public interface Body {
        /** Runs it. */
        Answer run(Env env, Model model, Arguments arguments);
    }

    /** A method of records. */
    public static Method ofRecords(String name, Body body, String... parameters) {
        return new Method(name, true, Arrays.asList(parameters), body);
    }

    /** A method of the model. */
    public static Method ofModel(String name, Body body, String... parameters) {
        return new Method(name, false, Arrays.asList(parameters), body);
    }
}
