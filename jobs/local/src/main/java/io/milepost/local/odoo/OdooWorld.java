package io.milepost.local.odoo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A server that is there: its time is the world's, and what the demo makes in it is marked.
 *
 * @param people how people and jobs reach it
 * @param mark what stands behind names
 */
record OdooWorld(OdooServer people, String mark) implements Site {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    static OdooWorld at(OdooServer server, Instant now) {
        return new OdooWorld(server, " [milepost demo " + STAMP.format(now) + "]");
    }

    @Override
    public OdooServer jobs() {
        return people;
    }

    @Override
    public void nextVendor(long id) {
        // It gives its own numbers.
    }

    @Override
    public void moveTo(long micros) {
        // Its time moves by itself.
    }

    @Override
    public void quieten(int readers) {
        // It tells whom it wants to tell.
    }

    @Override
    public void quietenSoon() {
        // It does not.
    }

    @Override
    public void completeUpTo(long micros) {
        // Its own horizon says so.
    }

    @Override
    public void followTheWorld() {
        // It does.
    }

    @Override
    public void close() {
        // It stays.
    }
}
