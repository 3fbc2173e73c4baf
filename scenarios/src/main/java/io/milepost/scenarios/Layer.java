package io.milepost.scenarios;

/** Where a story is played. */
public enum Layer {
    /** The plain Java model of a line, without Flink. */
    MODEL,
    /** The operators of the job, one after the other, in test harnesses. */
    OPERATORS,
    /** The running job, over a real broker and registry. */
    JOB
}
