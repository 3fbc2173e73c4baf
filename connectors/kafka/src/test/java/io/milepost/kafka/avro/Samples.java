package io.milepost.kafka.avro;

import io.milepost.events.Heartbeat;
import io.milepost.events.LineStage;
import io.milepost.events.LineStatus;
import io.milepost.events.MatchOutcome;
import io.milepost.events.MilestoneName;
import java.math.BigDecimal;
import java.time.Instant;

/** Records for tests. */
public final class Samples {

    private Samples() {}

    /** A heartbeat of one partition. */
    public static Heartbeat heartbeat(String source) {
        return Heartbeat.newBuilder()
                .setSource(source)
                .setPartition(3)
                .setPromisedAt(Instant.parse("2026-03-01T10:00:00.123456Z"))
                .build();
    }

    /** A status with decimals and times. */
    public static LineStatus status() {
        BigDecimal none = new BigDecimal("0.000000");
        return LineStatus.newBuilder()
                .setLineKey("odoo/1/42/7")
                .setStage(LineStage.OPEN)
                .setMilestone(MilestoneName.ORDERED)
                .setOrdered(new BigDecimal("12.500000"))
                .setConfirmed(none)
                .setBackordered(none)
                .setShipped(none)
                .setReceived(none)
                .setReturned(none)
                .setInvoiced(none)
                .setCredited(none)
                .setMatch(MatchOutcome.PENDING)
                .setOpenValue(new BigDecimal("99.990000"))
                .setOpenAlerts(1)
                .setNextDeadlineAt(Instant.parse("2026-03-01T10:00:00.000001Z"))
                .build();
    }
}
