package io.milepost.partners.canonical;

import io.milepost.events.CarrierEvent;
import io.milepost.events.ItemEvent;
import io.milepost.events.SupplierEvent;
import io.milepost.partners.message.Problem;
import java.util.List;

/**
 * What a message says.
 *
 * @param supplier of orders and their lines
 * @param carrier of shipments
 * @param items of items
 * @param nothing why it says nothing, where that is so and is right; {@code null} otherwise
 * @param problems everything that is wrong with what the template made; with an error among them
 *     there are no events
 */
public record CanonicalEvents(
        List<SupplierEvent> supplier,
        List<CarrierEvent> carrier,
        List<ItemEvent> items,
        String nothing,
        List<Problem> problems) {

    /** Takes copies of the lists. */
    public CanonicalEvents {
        supplier = List.copyOf(supplier);
        carrier = List.copyOf(carrier);
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /** No events, and why. */
    public static CanonicalEvents refused(List<Problem> problems) {
        return new CanonicalEvents(List.of(), List.of(), List.of(), null, problems);
    }

    /** How many events there are. */
    public int size() {
        return supplier.size() + carrier.size() + items.size();
    }
}
