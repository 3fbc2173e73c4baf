package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * What a method tells, on either wire.
 *
 * @param old as {@code /jsonrpc} tells it
 * @param recent as {@code /json/2} tells it
 */
public record Answer(JsonNode old, JsonNode recent) {

    /** {@code true}. */
    public static final Answer TRUE = of(BooleanNode.TRUE);

    /** {@code false}. */
    public static final Answer FALSE = of(BooleanNode.FALSE);

    /** Nothing. */
    public static final Answer NONE = of(NullNode.getInstance());

    /** A plain value. */
    public static Answer of(JsonNode value) {
        return new Answer(value, value);
    }

    /** A plain number. */
    public static Answer of(long value) {
        return of(LongNode.valueOf(value));
    }

    /** One record, of which the older wire tells the id. */
    public static Answer one(long id) {
        return new Answer(LongNode.valueOf(id), list(List.of(id)));
    }

    /** Records, of which both wires tell the ids. */
    public static Answer ids(List<Long> ids) {
        return of(list(ids));
    }

    /** Records, which the older wire tells as Python writes them. */
    public static Answer repr(String model, long id) {
        return new Answer(TextNode.valueOf("%s(%d,)".formatted(model, id)), list(List.of(id)));
    }

    private static ArrayNode list(List<Long> ids) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ids.forEach(list::add);
        return list;
    }
}
