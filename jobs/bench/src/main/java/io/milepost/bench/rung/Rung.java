package io.milepost.bench.rung;

/** One of the things that are compared: all read the same topics to their ends and then finish. */
public interface Rung {

    /** Name by which it is asked for. */
    String name();

    /** Name in the table. */
    String title();

    /** Runs once, over the topics of a site. */
    Measured run(Site site) throws Exception;
}
