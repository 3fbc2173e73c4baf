package io.milepost.partners.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.message.DerivedText;

/**
 * A value of which a function of a template could make nothing. It is handed on in place of the
 * result, and told as a problem when it is used, so that one bad value does not hide the next.
 */
public final class Unusable extends DerivedText {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String expected;

    /**
     * A value of which nothing can be made.
     *
     * @param code the kind of problem, lower case with hyphens
     * @param expected what the value should be, in words
     * @param found the value
     */
    public Unusable(String code, String expected, JsonNode found) {
        super(found.asText(), found);
        this.code = code;
        this.expected = expected;
    }

    /** The kind of problem, lower case with hyphens. */
    public String code() {
        return code;
    }

    /** What the value should be, in words. */
    public String expected() {
        return expected;
    }
}
