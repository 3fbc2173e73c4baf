package io.milepost.partners.ubl;

/**
 * How large an XML document may be.
 *
 * @param bytes of the document
 * @param depth of elements within one another
 * @param elements in it
 * @param attributes of an element
 * @param textLength characters of one text or attribute
 */
public record UblLimits(int bytes, int depth, int elements, int attributes, int textLength) {

    /** What no honest document of a partner exceeds. */
    public static final UblLimits USUAL = new UblLimits(1 << 20, 48, 100_000, 32, 1 << 20);
}
