package io.milepost.partners.edi;

/**
 * How much of an interchange is taken before it is refused: what somebody sends must not cost us
 * more than this, whatever it says of itself.
 *
 * @param partBytes the largest transaction with its envelope, in bytes
 * @param segmentLength the longest segment, in characters
 * @param segments the most segments of a transaction
 * @param elements the most elements, repetitions and components of a transaction together
 * @param problems the most problems that are listed of a transaction or an interchange
 * @param levels the deepest hierarchy of packages and lines
 */
public record EdiLimits(
        int partBytes, int segmentLength, int segments, int elements, int problems, int levels) {

    /** One MiB a transaction, as a record may have, and no more segments than fit in sensibly. */
    public static final EdiLimits DEFAULT =
            new EdiLimits(1024 * 1024, 64 * 1024, 100_000, 250_000, 100, 20);

    /** Checks that each is above zero. */
    public EdiLimits {
        atLeast("partBytes", partBytes, 1024);
        atLeast("segmentLength", segmentLength, 256);
        atLeast("segments", segments, 1);
        atLeast("elements", elements, 1);
        atLeast("problems", problems, 1);
        atLeast("levels", levels, 1);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    name + ": must be at least " + least + " but was " + value);
        }
    }
}
