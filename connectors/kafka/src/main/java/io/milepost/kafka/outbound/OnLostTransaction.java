package io.milepost.kafka.outbound;

/** What to do when the broker ended a transaction before the sink could commit it. */
public enum OnLostTransaction {
    /** Fail the job: nobody is left to believe that the records were written. */
    FAIL,
    /** Count it and go on without the records: for the one restart after they were made good. */
    CONTINUE;

    /**
     * The value of the setting {@code onLostTransaction}.
     *
     * @throws IllegalArgumentException for any other text than {@code fail} and {@code continue}
     */
    public static OnLostTransaction parse(String text) {
        return switch (text) {
            case "fail" -> FAIL;
            case "continue" -> CONTINUE;
            default ->
                    throw new IllegalArgumentException(
                            "onLostTransaction: expected fail or continue but found " + text);
        };
    }
}
