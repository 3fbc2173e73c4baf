package io.milepost.bench.rung;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time of this process and time on the wall, from when it is made. */
public final class Meter {

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long cpu;
    private final long compiler;
    private final long wall;

    private Meter() {
        compiler = Compiler.micros();
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
        long cpuMicros = (system.getProcessCpuTime() - cpu) / 1_000;
        long compilerMicros = Compiler.micros() - compiler;
        return new Measured(
                cpuMicros - compilerMicros,
                compilerMicros,
                (System.nanoTime() - wall) / 1_000_000,
                stateBytes);
    }
}
