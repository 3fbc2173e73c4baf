package io.milepost.bench.rung;

/**
 * What one run of a rung took.
 *
 * @param cpuMicros CPU time of the process that ran it, without its compilers, microseconds
 * @param compilerMicros CPU time of its compilers
 * @param wallMillis time on the wall, milliseconds
 * @param stateBytes size of the largest checkpoint; 0 if there was none
 */
public record Measured(long cpuMicros, long compilerMicros, long wallMillis, long stateBytes) {

    /** CPU microseconds for each of so many events. */
    public double perEvent(long events) {
        return (double) cpuMicros / events;
    }

    /** Without what a run over nothing costs. */
    public Measured less(Measured start) {
        return new Measured(
                cpuMicros - start.cpuMicros(),
                compilerMicros - start.compilerMicros(),
                wallMillis,
                stateBytes);
    }

    /** The same with the size of its state. */
    Measured withState(long bytes) {
        return new Measured(cpuMicros, compilerMicros, wallMillis, bytes);
    }

    /** One line of text. */
    public String encoded() {
        return cpuMicros + " " + compilerMicros + " " + wallMillis + " " + stateBytes;
    }

    /** Reads what {@link #encoded} wrote. */
    public static Measured decoded(String text) {
        String[] parts = text.split(" ", -1);
        return new Measured(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]));
    }
}
