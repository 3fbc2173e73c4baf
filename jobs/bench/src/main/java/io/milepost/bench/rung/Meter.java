package io.milepost.bench.rung;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time of this process and time on the wall, from when it is made. */
public final class Meter {

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long cpu;
    private final long wall;

    private Meter() {
        cpu = system.getProcessCpuTime();
        wall = System.nanoTime();
    }

    /** Begins, on a heap without garbage of others. */
    public static Meter start() {
        System.gc();
        return new Meter();
    }

    /** What it took until now. */
    public Measured stop(long stateBytes) {
        return new Measured(
                (system.getProcessCpuTime() - cpu) / 1_000,
                (System.nanoTime() - wall) / 1_000_000,
                stateBytes);
    }
}
