package io.milepost.kafka.deadletters;

import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.schemas.TrustedEvents;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Dead letters for tests. */
final class Samples {

    static {
        TrustedEvents.trust();
    }

    private Samples() {}

    static DeadLetter.Builder letter(RejectReason reason, String message) {
        return DeadLetter.newBuilder()
                .setJob("milestones")
                .setStage("line")
                .setReason(reason)
                .setMessage(message)
                .setTopic("p.odoo.receipts")
                .setPartition(2)
                .setOffset(1_187)
                .setTimestamp(Instant.parse("2026-03-18T15:04:22Z"))
                .setKey(ByteBuffer.wrap(new byte[] {1}))
                .setValue(ByteBuffer.wrap(new byte[] {0, 0, 7}))
                .setValueLength(3)
                .setRejectedAt(Instant.parse("2026-03-18T15:04:23Z"));
    }
}
