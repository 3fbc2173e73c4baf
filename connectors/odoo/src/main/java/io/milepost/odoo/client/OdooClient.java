package io.milepost.odoo.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Calls methods of one Odoo database as one user, over whichever wire the server speaks. One call
 * is one transaction of the server, committed before its answer. Safe for several threads.
 */
public interface OdooClient extends AutoCloseable {

    /** The server's version as it gave it when the client was opened. */
    OdooVersion version();

    /**
     * Calls a method and waits for its answer. Never calls again by itself: whether that is safe is
     * for the caller to know, by {@link OdooException#failure()}.
     *
     * @return the method's result as the wire gives it; JSON {@code null} for none
     * @throws OdooException if the server refused, failed or did not answer
     * @throws InterruptedException if the thread was interrupted, the outcome is unknown then
     */
    JsonNode call(OdooCall call) throws OdooException, InterruptedException;

    @Override
    void close();
}
