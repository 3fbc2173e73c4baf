package io.milepost.cli.run;

/** How far a run is. */
enum Phase {
    /** Simulated time passes. */
    SENDING,
    /** Everything is sent, the last results are on their way. */
    COMPLETING,
    /** Simulated time has come to now; the clock goes on with real time. */
    LIVING_ON,
    /** The outputs are complete. */
    COMPLETE
}
