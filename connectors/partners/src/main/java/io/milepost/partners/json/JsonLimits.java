package io.milepost.partners.json;

/**
 * How large a JSON document may be.
 *
 * @param bytes of the document
 * @param depth of objects and lists within one another
 * @param values texts, numbers, objects and lists in it
 * @param numberLength characters of a number
 */
public record JsonLimits(int bytes, int depth, int values, int numberLength) {

    /** What no honest document of a partner exceeds. */
    public static final JsonLimits USUAL = new JsonLimits(1 << 20, 64, 100_000, 64);
}
