package io.milepost.partners.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Objects;

/**
 * A text that was computed from a value of the message: it stands where that value stands, so that
 * a problem with the result is told at the place of what was sent.
 */
public class DerivedText extends TextNode {

    private static final long serialVersionUID = 1L;

    private final transient JsonNode origin;

    /**
     * With its text and what it was computed from.
     *
     * @param origin a value of the message, or itself derived from one
     */
    public DerivedText(String text, JsonNode origin) {
        super(Objects.requireNonNull(text, "text"));
        this.origin = Objects.requireNonNull(origin, "origin");
    }

    /** What it was computed from. */
    public JsonNode origin() {
        return origin;
    }
}
