package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.store.Row;
import java.util.ArrayList;
import java.util.List;

/** A domain as it comes over the wire: conditions in prefix notation, joined by "and" otherwise. */
final class Domain {

    /** Says whether a record belongs to a domain. */
    interface Node {
        boolean matches(Env env, Row row);
    }

    private final List<Node> all = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final Model model;
    private final JsonNode items;
    private int next;

    private Domain(Model model, JsonNode items) {
        this.model = model;
        this.items = items;
    }

    /** Reads a domain over a model's records. */
    static Domain parse(Model model, JsonNode items) {
        Domain domain = new Domain(model, items);
        while (domain.next < items.size()) {
            domain.all.add(domain.node());
        }
        for (Node node : domain.all) {
            if (node instanceof Condition condition) {
                domain.conditions.add(condition);
            }
        }
        return domain;
    }

    boolean matches(Env env, Row row) {
        for (Node node : all) {
            if (!node.matches(env, row)) {
                return false;
            }
        }
        return true;
    }

    /** The conditions that hold for every record of it: what an index can be asked for. */
    List<Condition> conditions() {
        return conditions;
    }

    private Node node() {
        JsonNode item = items.path(next++);
        if (item.isArray() && item.size() == 3) {
            return Condition.parse(model, item);
        }
        return switch (item.asText()) {
            case "&" -> and(node(), node());
            case "|" -> or(node(), node());
            case "!" -> not(node());
            default ->
                    throw OdooError.value(
                            "Domains to normalize must have a 'domain' form: " + items);
        };
    }

    private static Node and(Node left, Node right) {
        return (env, row) -> left.matches(env, row) && right.matches(env, row);
    }

    private static Node or(Node left, Node right) {
        return (env, row) -> left.matches(env, row) || right.matches(env, row);
    }

    private static Node not(Node inner) {
        return (env, row) -> !inner.matches(env, row);
    }
}
