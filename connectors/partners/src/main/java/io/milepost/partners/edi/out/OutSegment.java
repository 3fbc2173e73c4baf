package io.milepost.partners.edi.out;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A segment that is to be written.
 *
 * @param tag its tag
 * @param elements its elements, of each its components; an element without components has one. What
 *     is empty is written as nothing.
 */
public record OutSegment(String tag, List<List<String>> elements) {

    /** Checks the tag and takes a copy. */
    public OutSegment {
        if (!tag.matches("[A-Z][A-Z0-9]{1,2}")) {
            throw new IllegalArgumentException(
                    "tag: must have 2 or 3 letters and digits but was '" + tag + "'");
        }
        elements = elements.stream().map(List::copyOf).toList();
    }

    /** A segment of elements without components; {@code null} is an empty element. */
    public static OutSegment of(String tag, String... elements) {
        return new OutSegment(
                tag,
                Arrays.stream(elements)
                        .map(e -> List.of(Objects.requireNonNullElse(e, "")))
                        .toList());
    }

    /** The same with one more element, of these components; {@code null} is an empty one. */
    public OutSegment and(String... components) {
        List<List<String>> more = new ArrayList<>(elements);
        more.add(Arrays.stream(components).map(c -> Objects.requireNonNullElse(c, "")).toList());
        return new OutSegment(tag, more);
    }
}
