package io.milepost.local.distributor;

import io.milepost.events.LineReference;
import java.util.List;

/**
 * Goods that travel together. Times are microseconds since the start of the story.
 *
 * @param number running number
 * @param arrival when it arrives
 * @param loads which quantity of which line, and how the supplier names the line
 */
record Shipment(long number, long arrival, List<Load> loads) {

    /** A line's share of a shipment. */
    record Load(Item item, LineReference name, int quantity) {}
}
