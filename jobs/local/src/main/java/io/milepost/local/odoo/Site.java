package io.milepost.local.odoo;

/** The Odoo that a story is played in, and its time. */
interface Site extends AutoCloseable {

    /** How people reach it. */
    OdooServer people();

    /** How jobs reach it. */
    OdooServer jobs();

    /** Is told the story's id of a supplier before it is made. */
    void nextVendor(long id);

    /** Returns when it is this time in Odoo, microseconds since the epoch; at once if it was. */
    void moveTo(long micros) throws InterruptedException;

    /**
     * Returns when nobody is told anything until the next {@link #completeUpTo}.
     *
     * @param readers how many are told
     */
    void quieten(int readers) throws InterruptedException;

    /** The same without waiting for those who are being told something. */
    void quietenSoon();

    /** Returns when everything before a time has happened, so that it can be told. */
    void completeUpTo(long micros) throws InterruptedException;

    /** From now on its time is the world's. */
    void followTheWorld();

    /** What stands behind the names of what is made in it; empty where it is the story's own. */
    String mark();

    @Override
    void close();
}
