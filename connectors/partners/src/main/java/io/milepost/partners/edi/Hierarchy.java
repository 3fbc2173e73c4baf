package io.milepost.partners.edi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ties the levels of a hierarchy (X12 HL, EDIFACT CPS) together: each level gets its ancestors
 * under {@code _up} and its children under {@code _down}, so that a template needs no recursion to
 * find the order of an item. Both are the same segments without ties of their own.
 */
final class Hierarchy {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Ranks of X12's levels, outermost first, for senders who do not name the parent. */
    private static final String RANKS = "SOTPI";

    private final Format format;
    private final Places places;
    private final EdiLimits limits;
    private final ProblemList problems;

    Hierarchy(Format format, Places places, EdiLimits limits, ProblemList problems) {
        this.format = format;
        this.places = places;
        this.limits = limits;
        this.problems = problems;
    }

    private static final class Level {
        final ObjectNode node;
        final ObjectNode bare;
        final String id;
        final String parentId;
        final String code;
        Level parent;
        int depth = 1;

        Level(ObjectNode node, String id, String parentId, String code) {
            this.node = node;
            this.bare = NODES.objectNode();
            this.bare.setAll(node);
            this.id = id;
            this.parentId = parentId;
            this.code = code;
        }
    }

    /** Ties all levels of the array. */
    void tie(ArrayNode array) {
        List<Level> levels = new ArrayList<>();
        Map<String, Level> byId = new HashMap<>();
        for (JsonNode node : array) {
            Level level = level((ObjectNode) node);
            level.parent = parent(level, levels, byId);
            level.depth = level.parent == null ? 1 : level.parent.depth + 1;
            if (level.depth > limits.levels()) {
                problems.error(
                        "hierarchy-too-deep",
                        places.of(node),
                        "must have at most " + limits.levels() + " levels above each other");
                return;
            }
            if (!level.id.isEmpty() && byId.putIfAbsent(level.id, level) != null) {
                problems.warn(
                        "hierarchy-repeated",
                        places.of(node),
                        "number '" + level.id + "' was given before; the first keeps it");
            }
            places.put(level.bare, () -> places.of(node));
            levels.add(level);
        }
        levels.forEach(this::tie);
    }

    private Level level(ObjectNode node) {
        return new Level(node, value(node, "01"), value(node, "02"), value(node, "03"));
    }

    private String value(ObjectNode node, String element) {
        JsonNode value = node.path(element);
        return (format == Format.X12 ? value : value.path("01")).asText("").strip();
    }

    private Level parent(Level level, List<Level> before, Map<String, Level> byId) {
        if (!level.parentId.isEmpty()) {
            Level named = byId.get(level.parentId);
            if (named != null) {
                return named;
            }
        }
        if (before.isEmpty() || (level.parentId.isEmpty() && outermost(level))) {
            if (!level.parentId.isEmpty() && format == Format.X12) {
                problems.warn("hierarchy-parent", places.of(level.node), unknown(level));
            }
            return null;
        }
        if (format == Format.EDIFACT && level.parentId.isEmpty()) {
            return null;
        }
        Level guessed = null;
        int rank = RANKS.indexOf(level.code.isEmpty() ? "?" : level.code);
        for (int i = before.size() - 1; i >= 0 && guessed == null && rank >= 0; i--) {
            int other = RANKS.indexOf(before.get(i).code.isEmpty() ? "?" : before.get(i).code);
            guessed = other >= 0 && other < rank ? before.get(i) : null;
        }
        problems.warn(
                "hierarchy-parent",
                places.of(level.node),
                unknown(level)
                        + (guessed == null
                                ? "; it is left without"
                                : "; '" + guessed.id + "' (" + guessed.code + ") is taken"));
        return guessed;
    }

    private static String unknown(Level level) {
        return level.parentId.isEmpty()
                ? "element 2: must name the level above but is empty"
                : "element 2: level '" + level.parentId + "' is not known at this point";
    }

    private boolean outermost(Level level) {
        return format == Format.X12 && RANKS.indexOf(level.code) <= 0;
    }

    private void tie(Level level) {
        if (level.parent == null) {
            return;
        }
        if (format == Format.X12) {
            ObjectNode up = level.node.putObject("_up");
            for (Level above = level.parent; above != null; above = above.parent) {
                if (!above.code.isEmpty() && !up.has(above.code)) {
                    up.set(above.code, above.bare);
                }
            }
            ObjectNode down =
                    level.parent.node.get("_down") instanceof ObjectNode known
                            ? known
                            : level.parent.node.putObject("_down");
            String code = level.code.isEmpty() ? "?" : level.code;
            (down.get(code) instanceof ArrayNode known ? known : down.putArray(code))
                    .add(level.bare);
        } else {
            ArrayNode up = level.node.putArray("_up");
            for (Level above = level.parent; above != null; above = above.parent) {
                up.add(above.bare);
            }
            (level.parent.node.get("_down") instanceof ArrayNode known
                            ? known
                            : level.parent.node.putArray("_down"))
                    .add(level.bare);
        }
    }
}
