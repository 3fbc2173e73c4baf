package io.milepost.e2e.offences;

import java.util.concurrent.TimeUnit;

/** Breaks a rule on purpose: sleeps in another way. */
public final class UnitSleeper {
    void sleep() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }
}
