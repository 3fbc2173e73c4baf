package io.milepost.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.kafka.RecordHeader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstKnownTest {

    @Test
    void aHeaderCanOnlySayEarlierThanTheBroker() {
        assertThat(first()).isEqualTo(5_000);
        assertThat(first("4000")).isEqualTo(4_000);
        assertThat(first("4000", "3000")).isEqualTo(3_000);
        assertThat(first("6000")).isEqualTo(5_000);
        assertThat(first("-1")).isEqualTo(5_000);
        assertThat(first("0")).isEqualTo(5_000);
        assertThat(first("yesterday")).isEqualTo(5_000);
        assertThat(first("99999999999999999999")).isEqualTo(5_000);
    }

    private static long first(String... said) {
        List<RecordHeader> headers =
                Arrays.stream(said).map(it -> RecordHeader.text(FirstKnown.HEADER, it)).toList();
        return FirstKnown.millis(
                new InboundRecord("partner.inbound", 0, 7, 5_000, null, null, headers));
    }
}
