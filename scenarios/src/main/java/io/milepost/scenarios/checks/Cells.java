package io.milepost.scenarios.checks;

import io.milepost.events.CommandKind;
import io.milepost.scenarios.words.Moments;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Fields of records by the words that the texts use for them. */
final class Cells {

    private Cells() {}

    /** A field by its name in words: {@code current promise} is currentPromiseAt. */
    static Object field(SpecificRecord record, String words) {
        Schema schema = record.getSchema();
        String name = camelCase(words);
        for (String ending : new String[] {"", "At"}) {
            Schema.Field field = schema.getField(name + ending);
            if (field != null) {
                return record.get(field.pos());
            }
        }
        throw new IllegalArgumentException(
                "expected a field of " + schema.getName() + " but found " + words);
    }

    /** Whether a value is what a cell says. */
    static String shown(Object value, String cell) {
        return matches(value, cell) ? cell : written(value);
    }

    private static boolean matches(Object value, String cell) {
        if (value == null || cell.equals("none")) {
            return (value == null || value instanceof List<?> list && list.isEmpty())
                    && cell.equals("none");
        } else if (value instanceof BigDecimal number) {
            return number.compareTo(new BigDecimal(cell)) == 0;
        } else if (value instanceof Instant time) {
            return time.equals(Moments.parse(cell));
        } else if (value instanceof Enum<?> constant) {
            return constant.name().equals(constant(cell));
        }
        return written(value).equals(cell);
    }

    private static String written(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        } else if (value instanceof List<?> several) {
            return several.stream().map(Cells::written).collect(Collectors.joining(", "));
        } else if (value instanceof CommandKind kind) {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return String.valueOf(value);
    }

    /** {@code in transit} is IN_TRANSIT. */
    static String constant(String words) {
        return words.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    private static String camelCase(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            name.append(
                    name.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
