package io.milepost.bench;

/**
 * What one run of a rung took.
 *
 * @param cpuMicros CPU time of this process, microseconds
 * @param wallMillis time on the wall, milliseconds
 */
record Measured(long cpuMicros, long wallMillis) {

    /** CPU microseconds for each of so many events. */
    double perEvent(long events) {
        return (double) cpuMicros / events;
    }
}
