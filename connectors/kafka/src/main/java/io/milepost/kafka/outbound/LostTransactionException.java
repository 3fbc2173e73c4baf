package io.milepost.kafka.outbound;

/** Records that the sink had written were thrown away by the broker: output is incomplete. */
public final class LostTransactionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostTransactionException(String message, Throwable cause) {
        super(message, cause);
    }
}
