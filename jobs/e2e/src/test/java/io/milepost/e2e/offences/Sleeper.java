package io.milepost.e2e.offences;

/** Breaks a rule on purpose: sleeps. */
public final class Sleeper {
    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
