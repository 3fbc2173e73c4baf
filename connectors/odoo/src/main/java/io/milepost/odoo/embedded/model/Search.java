package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milepost.odoo.embedded.store.Row;
import io.milepost.odoo.embedded.store.Scan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds records by a domain: by an index where the domain allows it, in the index' own order where
 * the order allows it, so that a page costs what a page holds.
 */
public final class Search {
    private final Env env;
    private final Domain domain;
    private final Scan scan;
    private final boolean activeOnly;

    private Search(Env env, Model model, JsonNode domain) {
        this.env = env;
        this.domain =
                Domain.parse(
                        model, domain.isArray() ? domain : JsonNodeFactory.instance.arrayNode());
        this.activeOnly =
                model.field("active") != null
                        && env.context().path("active_test").asBoolean(true)
                        && this.domain.conditions().stream()
                                .noneMatch(condition -> isOn(condition, "active"));
        this.scan = env.transaction().scan(model.name());
    }

    /**
     * Records of a page.
     *
     * @param domain as it came over the wire; missing for all
     * @param limit 0 for no limit
     * @param order {@code null} for the model's own
     */
    public static List<Row> page(
            Env env, Model model, JsonNode domain, int offset, int limit, String order) {
        env.models().rights().require(env, model, "read");
        Search search = new Search(env, model, domain);
        Ordering ordering = order == null ? model.ordering() : Ordering.parse(model, order);
        String walked = ordering.ascendingBy();
        int end = limit <= 0 ? Integer.MAX_VALUE : offset + limit;
        List<Row> rows =
                limit > 0 && walked != null && search.canWalk(walked)
                        ? search.walk(walked, end)
                        : search.sorted(ordering);
        return List.copyOf(rows.subList(Math.min(offset, rows.size()), Math.min(end, rows.size())));
    }

    /** Records in a model's own order. */
    public static List<Row> ordered(Env env, String model, Collection<Row> rows) {
        List<Row> sorted = new ArrayList<>(rows);
        Ordering ordering = env.model(model).ordering();
        sorted.sort(ordering.comparator(env));
        return sorted;
    }

    private boolean canWalk(String field) {
        return !scan.written() && scan.indexed(field) && equality().isEmpty();
    }

    private List<Row> walk(String field, int end) {
        List<Row> rows = new ArrayList<>();
        List<Condition> ends =
                domain.conditions().stream()
                        .filter(condition -> isOn(condition, field))
                        .filter(condition -> condition.operator().startsWith("<"))
                        .toList();
        scan.inOrder(
                field,
                lowest(field).orElse(null),
                row -> {
                    boolean matches = matches(row);
                    if (matches) {
                        rows.add(row);
                    }
                    return rows.size() < end && (matches || !isPast(ends, row));
                });
        return rows;
    }

    /** Archived records are left out unless they are asked for. */
    private boolean matches(Row row) {
        return !(activeOnly && Boolean.FALSE.equals(row.get("active"))) && domain.matches(env, row);
    }

    private boolean isPast(List<Condition> ends, Row row) {
        return ends.stream().anyMatch(condition -> !condition.matches(env, row));
    }

    private List<Row> sorted(Ordering ordering) {
        List<Row> rows = new ArrayList<>();
        for (Row row : candidates()) {
            if (matches(row)) {
                rows.add(row);
            }
        }
        rows.sort(ordering.comparator(env));
        return rows;
    }

    private List<Row> candidates() {
        Optional<Condition> equality = equality();
        if (equality.isPresent()) {
            Object value = equality.get().value();
            Collection<?> values = value instanceof Set<?> set ? set : List.of(value);
            String field = equality.get().field().name();
            return field.equals("id") ? scan.rows(ids(values)) : scan.with(field, values);
        }
        if (scan.written() || lowest("write_date").isEmpty()) {
            return scan.all();
        }
        List<Row> rows = new ArrayList<>();
        scan.inOrder(
                "write_date",
                lowest("write_date").get(),
                row -> {
                    rows.add(row);
                    return true;
                });
        return rows;
    }

    private static List<Long> ids(Collection<?> values) {
        return values.stream()
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .sorted()
                .toList();
    }

    private Optional<Condition> equality() {
        return domain.conditions().stream()
                .filter(condition -> condition.field() != null)
                .filter(condition -> Set.of("=", "in").contains(condition.operator()))
                .filter(condition -> scan.indexed(condition.field().name()))
                .filter(condition -> isDefinite(condition.field(), condition.value()))
                .findFirst();
    }

    private static boolean isDefinite(Field field, Object value) {
        Collection<?> values = value instanceof Set<?> set ? set : List.of(value);
        return values.stream()
                .noneMatch(
                        item ->
                                item == Comparison.NOTHING
                                        || field.type() == Field.Type.MANY2ONE
                                                && item instanceof String);
    }

    private Optional<Object> lowest(String field) {
        return domain.conditions().stream()
                .filter(condition -> isOn(condition, field))
                .filter(condition -> condition.operator().startsWith(">"))
                .map(Condition::value)
                .filter(value -> value != Comparison.NOTHING)
                .findFirst();
    }

    private static boolean isOn(Condition condition, String field) {
        return condition.field() != null && condition.field().name().equals(field);
    }
}
