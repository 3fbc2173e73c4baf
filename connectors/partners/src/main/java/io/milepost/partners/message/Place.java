package io.milepost.partners.message;

import java.util.Objects;

/**
 * Where in a partner's message something stands, for an error that its sender can act on.
 *
 * @param line line of the text as it was sent, from 1; 0 where the text has no lines of its own
 * @param column column in that line, from 1; 0 if it is not known
 * @param path the place in the words of the format: segment, element and component in EDI, such as
 *     {@code segment 7 PO1, element 2}; the element's path in XML; a JSON pointer in JSON; never
 *     empty
 */
public record Place(int line, int column, String path) {

    /** The message as a whole. */
    public static final Place WHOLE = new Place(0, 0, "the message");

    /** Checks that the path is there. */
    public Place {
        Objects.requireNonNull(path, "path");
    }

    /** The place as a person reads it. */
    @Override
    public String toString() {
        return line == 0 ? path : "line " + line + (column == 0 ? "" : ":" + column) + ", " + path;
    }
}
