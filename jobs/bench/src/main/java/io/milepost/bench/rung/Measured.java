package io.milepost.bench.rung;

/**
 * What one run of a rung took.
 *
 * @param cpuMicros CPU time of the process that ran it, microseconds
 * @param wallMillis time on the wall, milliseconds
 * @param stateBytes size of the largest checkpoint; 0 if there was none
 */
public record Measured(long cpuMicros, long wallMillis, long stateBytes) {

    /** CPU microseconds for each of so many events. */
    public double perEvent(long events) {
        return (double) cpuMicros / events;
    }

    /** Without what a run over nothing costs. */
    public Measured less(Measured start) {
        return new Measured(cpuMicros - start.cpuMicros(), wallMillis, stateBytes);
    }
}
