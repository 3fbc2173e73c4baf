package io.milepost.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.deadletters.Letter;
import io.milepost.schemas.TrustedEvents;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterReportTest {

    static {
        TrustedEvents.trust();
    }

    @Test
    void peopleSeeCauseHeadersAndBytes() {
        assertThat(new LetterReport(letter(), null).lines())
                .containsExactly(
                        "Address    odoo.receipts/2/1187",
                        "Reason     NOT_FRAMED",
                        "Message    odoo.receipts/2/1187: value: expected\n a frame",
                        "Rejected   2026-03-18T15:04:23Z by milestones, stage route",
                        "Written    2026-03-18T15:04:22Z",
                        "Schema id  none",
                        "Replay     possible",
                        "Headers of the record:",
                        "  traceparent = 00-1",
                        "Headers of the error:",
                        "  __connect.errors.topic = odoo.receipts",
                        "Key:",
                        "  00000000  01                                               |.|",
                        "Value, 20 bytes:",
                        "  00000000  3c 78 6d 6c 2f 3e 0a 3c 78 6d 6c 2f 3e 3c 78 6d "
                                + " |<xml/>.<xml/><xm|",
                        "  00000010  6c 2f 3e 21                                      |l/>!|",
                        "Event      cannot be read");
    }

    @Test
    void programsGetTheSameAsJson() {
        assertThat(new LetterReport(letter(), null).json().toString())
                .startsWith("{\"address\":\"odoo.receipts/2/1187\",\"topic\":\"odoo.receipts\",")
                .contains("\"reason\":\"NOT_FRAMED\"", "\"headers\":{\"traceparent\":\"00-1\"}")
                .endsWith("\"event\":null}");
    }

    @Test
    void aMessageInAListIsShortOnOneLineAndWithoutItsAddress() {
        assertThat(LetterWords.shortMessage(letter())).isEqualTo("value: expected a frame");
    }

    @Test
    void aPreviewSaysHowMuchItLeavesOut() {
        assertThat(Preview.lines(new byte[40], 16))
                .containsExactly(
                        "00000000  " + "00 ".repeat(16) + " |" + ".".repeat(16) + "|",
                        "... and 24 more bytes");
    }

    private static Letter letter() {
        return new Letter(
                DeadLetter.newBuilder()
                        .setJob("milestones")
                        .setStage("route")
                        .setReason(RejectReason.NOT_FRAMED)
                        .setMessage("odoo.receipts/2/1187: value: expected\n a frame")
                        .setTopic("odoo.receipts")
                        .setPartition(2)
                        .setOffset(1_187)
                        .setTimestamp(Instant.parse("2026-03-18T15:04:22Z"))
                        .setValue(
                                ByteBuffer.wrap(
                                        "<xml/>\n<xml/><xml/>!".getBytes(StandardCharsets.UTF_8)))
                        .setValueLength(20)
                        .setKey(ByteBuffer.wrap(new byte[] {1}))
                        .setRejectedAt(Instant.parse("2026-03-18T15:04:23Z"))
                        .build(),
                List.of(
                        RecordHeader.text("traceparent", "00-1"),
                        RecordHeader.text("__connect.errors.topic", "odoo.receipts")));
    }
}
