package io.milepost.odoo.embedded.model;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.store.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An order of records, for example {@code priority desc, id desc}; nothing counts as highest. */
final class Ordering {
    private record Key(Field field, boolean descending) {}

    private final List<Key> keys = new ArrayList<>();

    static Ordering parse(Model model, String text) {
        Ordering ordering = new Ordering();
        for (String part : text.split(",")) {
            String[] words = part.trim().split("\\s+");
            Field field = model.field(words[0]);
            if (field == null) {
                throw OdooError.value(
                        "Invalid field '%s' on model '%s'".formatted(words[0], model.name()));
            }
            boolean descending = words.length > 1 && words[1].equalsIgnoreCase("desc");
            ordering.keys.add(new Key(field, descending));
        }
        return ordering;
    }

    /** The stored field that it rises by, then by id; {@code null} for any other order. */
    String ascendingBy() {
        boolean rises = keys.stream().noneMatch(Key::descending);
        boolean two = keys.size() == 2 && keys.get(1).field().name().equals("id");
        Field first = keys.get(0).field();
        boolean one = keys.size() == 1 && first.name().equals("id");
        return rises && (one || two) && first.isStored() ? first.name() : null;
    }

    Comparator<Row> comparator(Env env) {
        return (left, right) -> {
            for (Key key : keys) {
                int sign = compare(key.field().value(env, left), key.field().value(env, right));
                if (sign != 0) {
                    return key.descending() ? -sign : sign;
                }
            }
            return 0;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object left, Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? 1 : -1;
        }
        return left instanceof Comparable comparable ? comparable.compareTo(right) : 0;
    }
}
