package io.milepost.e2e.offences;

import java.util.logging.Logger;

/** Breaks two rules on purpose: the wrong logger, and a standard stream. */
public final class Printer {
    void print() {
        System.out.println(Logger.getLogger("offence"));
    }
}
