package io.milepost.local.oracle;

import io.milepost.events.OdooOrderLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Which lines a rule is for. What it names, it names by value; a part that is not named matches
 * every line.
 *
 * @param named values by part
 */
record LineSelector(Map<Part, String> named) {

    static final LineSelector ALL = new LineSelector(Map.of());

    /** What may be named, the weightiest first: each outweighs all that follow together. */
    enum Part {
        SUPPLIER(OdooOrderLine::getVendor),
        CATEGORY(OdooOrderLine::getCategory),
        WAREHOUSE(OdooOrderLine::getWarehouse),
        INCOTERM(OdooOrderLine::getIncoterm),
        CURRENCY(OdooOrderLine::getCurrency),
        COMPANY(line -> line.getEnvelope().getCompany());

        private final Function<OdooOrderLine, String> of;

        Part(Function<OdooOrderLine, String> of) {
            this.of = of;
        }

        private int weight() {
            return 1 << (values().length - 1 - ordinal());
        }
    }

    /** Copies the map. */
    LineSelector {
        named = Map.copyOf(named);
    }

    /** By parts and values in turn; a {@code null} value names nothing. */
    static LineSelector of(Map<Part, String> values) {
        Map<Part, String> named = new LinkedHashMap<>(values);
        named.values().removeIf(value -> value == null);
        return new LineSelector(named);
    }

    boolean selects(OdooOrderLine line) {
        return named.entrySet().stream()
                .allMatch(part -> part.getValue().equals(part.getKey().of.apply(line)));
    }

    int weight() {
        return named.keySet().stream().mapToInt(Part::weight).sum();
    }
}
