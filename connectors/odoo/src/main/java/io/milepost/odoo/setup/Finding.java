package io.milepost.odoo.setup;

/**
 * What the doctor found.
 *
 * @param level how bad it is
 * @param check what was looked at
 * @param found what was found
 * @param advice what to do; empty when all is well
 */
public record Finding(Level level, String check, String found, String advice) {

    /** How bad a finding is. */
    public enum Level {
        /** As it must be. */
        OK,
        /** It works, but something should be looked at. */
        WARNING,
        /** It cannot work, or not rightly. */
        ERROR
    }

    static Finding ok(String check, String found) {
        return new Finding(Level.OK, check, found, "");
    }

    static Finding warning(String check, String found, String advice) {
        return new Finding(Level.WARNING, check, found, advice);
    }

    static Finding error(String check, String found, String advice) {
        return new Finding(Level.ERROR, check, found, advice);
    }
}
