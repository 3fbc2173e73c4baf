package io.milepost.partners.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Function;

/** A function of templates. */
final class TextFunction implements Function {

    private final String name;
    private final int least;
    private final int most;
    private final Body body;

    /** What a function does with its arguments, of which absent ones are JSON's null. */
    interface Body {
        /** The result; {@code null} for nothing. */
        JsonNode of(JsonNode[] arguments);
    }

    TextFunction(String name, int least, int most, Body body) {
        this.name = name;
        this.least = least;
        this.most = most;
        this.body = body;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getMinArguments() {
        return least;
    }

    @Override
    public int getMaxArguments() {
        return most;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        JsonNode result = body.of(arguments);
        return result == null ? NullNode.getInstance() : result;
    }
}
