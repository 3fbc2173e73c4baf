package io.milepost.kafka.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.inbound.InboundRecord;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void itsHeadersArePartedIntoTheRecordsAndTheErrors() {
        Letter letter =
                new Letter(
                        Samples.letter(RejectReason.NOT_FRAMED, "0x01").build(),
                        List.of(
                                RecordHeader.text("traceparent", "00-1"),
                                RecordHeader.text("milepost-heartbeat", "7"),
                                RecordHeader.text("__connect.errors.topic", "t")));

        assertThat(letter.address()).isEqualTo("p.odoo.receipts/2/1187");
        assertThat(letter.ownHeaders()).containsExactly(RecordHeader.text("traceparent", "00-1"));
        assertThat(letter.errorHeaders())
                .containsExactly(RecordHeader.text("__connect.errors.topic", "t"));
        assertThat(letter.obstacle()).isEmpty();
    }

    @Test
    void aRecordOfWhichPartsWereNotKeptCannotBeMadeAgain() {
        DeadLetter.Builder letter = Samples.letter(RejectReason.UNDECODABLE, "");

        assertThat(
                        new Letter(
                                        DeadLetter.newBuilder(letter)
                                                .setValue(null)
                                                .setValueLength(600_000)
                                                .setValueSha256("ab")
                                                .build(),
                                        List.of())
                                .obstacle())
                .contains("its value of 600000 bytes was too long to be kept");
        assertThat(
                        new Letter(DeadLetter.newBuilder(letter).setKey(null).build(), List.of())
                                .obstacle())
                .contains("its key was too long to be kept");
        assertThat(
                        new Letter(
                                        letter.build(),
                                        List.of(
                                                RecordHeader.text(
                                                        "__connect.errors.headers.left.out",
                                                        "70000")))
                                .obstacle())
                .contains("its headers of 70000 bytes were too long to be kept");
    }

    @Test
    void whatWasNotKeptIsTakenFromTheRecordIfThatIsStillTheSame() {
        byte[] value = {0, 0, 9, 9};
        Letter letter =
                new Letter(
                        Samples.letter(RejectReason.UNDECODABLE, "")
                                .setKey(null)
                                .setValue(null)
                                .setValueLength(value.length)
                                .setValueSha256(Sha256.hex(value))
                                .build(),
                        List.of(
                                RecordHeader.text("__connect.errors.headers.left.out", "70000"),
                                RecordHeader.text("__connect.errors.topic", "t")));

        Letter whole = letter.completed(record(value)).orElseThrow();
        assertThat(whole.obstacle()).isEmpty();
        assertThat(whole.value()).isEqualTo(value);
        assertThat(whole.key()).containsExactly(7);
        assertThat(whole.ownHeaders()).containsExactly(RecordHeader.text("traceparent", "00-1"));
        assertThat(whole.errorHeaders())
                .containsExactly(RecordHeader.text("__connect.errors.topic", "t"));

        assertThat(letter.completed(record(new byte[] {0, 0, 9, 8}))).isEmpty();
        assertThat(letter.completed(record(new byte[] {0, 0, 9}))).isEmpty();
        assertThat(letter.completed(record(null))).isEmpty();
    }

    private static InboundRecord record(byte[] value) {
        return new InboundRecord(
                "p.odoo.receipts",
                2,
                1_187,
                0,
                new byte[] {7},
                value,
                List.of(RecordHeader.text("traceparent", "00-1")));
    }

    @Test
    void aRecordWithoutAKeyOrAValueIsMadeAgainAsItWas() {
        DeadLetter.Builder nullKey = Samples.letter(RejectReason.NULL_KEY, "").setKey(null);
        DeadLetter.Builder tombstone =
                Samples.letter(RejectReason.TOMBSTONE, "").setValue(null).setValueLength(0);

        assertThat(new Letter(nullKey.build(), List.of()).obstacle()).isEmpty();
        assertThat(new Letter(tombstone.build(), List.of()).obstacle()).isEmpty();
    }

    @Test
    void aFilterAsksForEveryPart() {
        DeadLetter letter = Samples.letter(RejectReason.UNKNOWN_UNIT, "unit: found ZZ").build();
        Set<RejectReason> reasons = Set.of(RejectReason.UNKNOWN_UNIT);
        Set<String> topics = Set.of("p.odoo.receipts");
        java.time.Instant at = letter.getRejectedAt();

        assertThat(LetterFilter.ALL.test(letter)).isTrue();
        assertThat(new LetterFilter(reasons, topics, at, at.plusMillis(1), "zz").test(letter))
                .isTrue();
        assertThat(
                        new LetterFilter(Set.of(RejectReason.INVALID), topics, null, null, "")
                                .test(letter))
                .isFalse();
        assertThat(new LetterFilter(reasons, Set.of("odoo.receipts"), null, null, "").test(letter))
                .isFalse();
        assertThat(new LetterFilter(reasons, topics, at.plusMillis(1), null, "").test(letter))
                .isFalse();
        assertThat(new LetterFilter(reasons, topics, null, at, "").test(letter)).isFalse();
        assertThat(new LetterFilter(reasons, topics, null, null, "yy").test(letter)).isFalse();
    }
}
