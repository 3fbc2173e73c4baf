package io.milepost.cli.state;

import io.milepost.state.Times;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.Version;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The components of the records that a line is remembered by, as JSON has them: every {@code long}
 * among them is a time, and is written as an instant; quantities and prices are text, because
 * readers of JSON round numbers.
 */
final class RecordFields {

    private RecordFields() {}

    /** The components by name; those of a fact's header come first, without the header itself. */
    static Map<String, Object> of(Record of) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : of.getClass().getRecordComponents()) {
            Object value = value(of, component);
            if (value instanceof FactHeader header) {
                fields.putAll(of(header));
            } else {
                fields.put(component.getName(), json(value));
            }
        }
        return fields;
    }

    /** A list of records. */
    static List<Map<String, Object>> ofAll(List<? extends Record> records) {
        return records.stream().map(RecordFields::of).toList();
    }

    /** A time as text; {@code null} for none. */
    static String time(long micros) {
        return micros == Times.NONE ? null : Times.instant(micros).toString();
    }

    private static Object json(Object value) {
        if (value instanceof Long micros) {
            return time(micros);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Enum<?> || value instanceof Version) {
            return value.toString();
        }
        if (value instanceof Record other) {
            return of(other);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RecordFields::json).toList();
        }
        return value;
    }

    private static Object value(Record of, RecordComponent component) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    of.getClass().getName() + "." + component.getName() + " cannot be read", e);
        }
    }
}
