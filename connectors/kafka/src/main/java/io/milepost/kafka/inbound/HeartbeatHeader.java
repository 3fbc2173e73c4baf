package io.milepost.kafka.inbound;

import io.milepost.kafka.RecordHeader;
import io.milepost.schemas.Catalogue;
import java.util.List;
import java.util.OptionalLong;

/** Reads the header that makes a record a heartbeat. */
final class HeartbeatHeader {

    /** As many digits as the highest long has. */
    private static final int MAX_DIGITS = 19;

    private HeartbeatHeader() {}

    /**
     * The promise in the headers.
     *
     * @return microseconds since the epoch; empty if there is no heartbeat header, more than one,
     *     or one that is not a decimal number of microseconds
     */
    static OptionalLong promise(List<RecordHeader> headers) {
        RecordHeader found = null;
        for (RecordHeader header : headers) {
            if (header.name().equals(Catalogue.HEARTBEAT_HEADER)) {
                if (found != null) {
                    return OptionalLong.empty();
                }
                found = header;
            }
        }
        return found == null ? OptionalLong.empty() : micros(found.value());
    }

    /**
     * Digits only: signs, blanks and foreign digits that {@code Long.parseLong} takes are refused.
     */
    private static OptionalLong micros(byte[] text) {
        if (text == null || text.length == 0 || text.length > MAX_DIGITS) {
            return OptionalLong.empty();
        }
        long micros = 0;
        for (byte character : text) {
            int digit = character - '0';
            if (digit < 0 || digit > 9 || micros > (Long.MAX_VALUE - digit) / 10) {
                return OptionalLong.empty();
            }
            micros = micros * 10 + digit;
        }
        return OptionalLong.of(micros);
    }
}
