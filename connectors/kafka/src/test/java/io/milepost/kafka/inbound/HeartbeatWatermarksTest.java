package io.milepost.kafka.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.kafka.RecordHeader;
import io.milepost.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatWatermarksTest {

    private final Promises promises = new Promises();
    private final HeartbeatWatermarks strategy = new HeartbeatWatermarks();
    private final WatermarkGenerator<InboundRecord> generator =
            strategy.createWatermarkGenerator(null);

    @Test
    void aHeartbeatPromisesItsTimeRoundedDownToMilliseconds() {
        see(heartbeat("1700000000123999"));

        assertThat(promises.millis).containsExactly(1700000000123L);
    }

    @Test
    void aDataRecordPromisesNothingHoweverLateItsTime() {
        see(data(9_999_999_999_999L));

        assertThat(promises.millis).isEmpty();
    }

    @Test
    void timeThatPassesPromisesNothingAndNothingIsEverIdle() {
        generator.onPeriodicEmit(promises);
        see(heartbeat("5000000"));
        for (int i = 0; i < 1_000; i++) {
            generator.onPeriodicEmit(promises);
        }

        assertThat(promises.millis).containsExactly(5_000L);
        assertThat(promises.idle).isZero();
    }

    @Test
    void aLowerPromiseThanBeforeIsNotEmitted() {
        see(heartbeat("5000000"));
        see(heartbeat("4000000"));
        see(heartbeat("5000999"));
        see(heartbeat("5001000"));

        assertThat(promises.millis).containsExactly(5_000L, 5_001L);
    }

    @Test
    void twoPartitionsDoNotShareAPromise() {
        see(heartbeat("5000000"));
        WatermarkGenerator<InboundRecord> other = strategy.createWatermarkGenerator(null);
        other.onEvent(heartbeat("3000000"), 0, promises);

        assertThat(promises.millis).containsExactly(5_000L, 3_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 5000000",
                "-5000000",
                "+5000000",
                "5e6",
                "5000000.0",
                "٥٠٠٠٠٠٠",
                "9223372036854775808",
                "99999999999999999999"
            })
    void aMalformedHeartbeatPromisesNothingAndIsNoHeartbeat(String promise) {
        InboundRecord record = heartbeat(promise);

        see(record);

        assertThat(promises.millis).isEmpty();
        assertThat(record.isHeartbeat()).isFalse();
    }

    @Test
    void aHeartbeatHeaderWithoutValueOrGivenTwiceIsNoHeartbeat() {
        RecordHeader promise = RecordHeader.text(Catalogue.HEARTBEAT_HEADER, "5000000");
        RecordHeader empty = new RecordHeader(Catalogue.HEARTBEAT_HEADER, null);

        assertThat(record(1, List.of(empty)).isHeartbeat()).isFalse();
        assertThat(record(1, List.of(promise, promise)).isHeartbeat()).isFalse();
        assertThat(record(1, List.of(promise)).isHeartbeat()).isTrue();
    }

    @Test
    void theHighestTimeThereIsCanBePromised() {
        see(heartbeat("9223372036854775807"));

        assertThat(promises.millis).containsExactly(9223372036854775L);
    }

    @Test
    void theTimestampOfARecordIsItsKafkaTimestamp() {
        assertThat(strategy.createTimestampAssigner(null).extractTimestamp(data(77), -1))
                .isEqualTo(77);
    }

    private void see(InboundRecord record) {
        generator.onEvent(record, record.timestampMillis(), promises);
    }

    private static InboundRecord data(long timestampMillis) {
        return record(timestampMillis, List.of());
    }

    private static InboundRecord heartbeat(String promise) {
        return record(1, List.of(RecordHeader.text(Catalogue.HEARTBEAT_HEADER, promise)));
    }

    private static InboundRecord record(long timestampMillis, List<RecordHeader> headers) {
        return new InboundRecord(
                "supplier.events", 0, 0, timestampMillis, null, new byte[0], headers);
    }

    private static final class Promises implements WatermarkOutput {

        private final List<Long> millis = new ArrayList<>();
        private int idle;

        @Override
        public void emitWatermark(Watermark watermark) {
            millis.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            idle++;
        }

        @Override
        public void markActive() {
            idle++;
        }
    }
}
