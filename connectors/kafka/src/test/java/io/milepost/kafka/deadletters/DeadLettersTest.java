package io.milepost.kafka.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.milepost.events.DeadLetter;
import io.milepost.events.RejectReason;
import io.milepost.kafka.RecordHeader;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.AvroEncoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.Partitions;
import io.milepost.schemas.Catalogue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final long REJECTED_AT = 1_800_000_000_123_456L;

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final DeadLetters letters =
            new DeadLetters("milestones", 2, "p.dead-letters", 4, new AvroEncoder(registry, true));
    private final Rejection rejection =
            Rejection.of(
                    "decode",
                    new RejectedRecordException(
                            RejectReason.UNKNOWN_SCHEMA, "schema 9: expected ...", 9));

    @Test
    void aLetterHasCauseAddressTimeAndBytes() throws Exception {
        DeadLetter letter = letterOf(record(new byte[] {1, 2}, new byte[] {3, 4, 5}));

        assertThat(letter)
                .isEqualTo(
                        DeadLetter.newBuilder()
                                .setJob("milestones")
                                .setStage("decode")
                                .setReason(RejectReason.UNKNOWN_SCHEMA)
                                .setMessage("schema 9: expected ...")
                                .setTopic("p.odoo.bills")
                                .setPartition(3)
                                .setOffset(77)
                                .setTimestamp(Instant.ofEpochMilli(1_700_000_000_123L))
                                .setSchemaId(9)
                                .setKey(ByteBuffer.wrap(new byte[] {1, 2}))
                                .setValue(ByteBuffer.wrap(new byte[] {3, 4, 5}))
                                .setValueLength(3)
                                .setRejectedAt(Instant.parse("2027-01-15T08:00:00.123456Z"))
                                .build());
    }

    @Test
    void headersThatAreTooLongAreLeftOutAndSaidToBe() throws Exception {
        InboundRecord record =
                new InboundRecord(
                        "p.odoo.bills",
                        3,
                        77,
                        1,
                        new byte[] {1},
                        new byte[] {2},
                        List.of(new RecordHeader("note", new byte[ErrorHeaders.MAX_HEADERS])));

        OutboundRecord letter = letters.of(record, rejection, REJECTED_AT);

        assertThat(letter.headers()).extracting(RecordHeader::name).doesNotContain("note");
        assertThat(letter.headers())
                .contains(RecordHeader.text("__connect.errors.headers.left.out", "65548"));
    }

    @Test
    void aLetterLiesWhereItsAddressPutsIt() throws Exception {
        OutboundRecord letter = letters.of(record(null, new byte[1]), rejection, REJECTED_AT);

        assertThat(letter.topic()).isEqualTo("p.dead-letters");
        assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo("p.odoo.bills/3/77");
        assertThat(letter.partition()).isEqualTo(Partitions.of("p.odoo.bills/3/77", 4));
        assertThat(letter.timestampMillis()).isEqualTo(1_800_000_000_123L);
    }

    @Test
    void aValueOfExactlyTheLimitIsKeptWhole() throws Exception {
        DeadLetter letter = letterOf(record(null, new byte[512 * 1024]));

        assertThat(letter.getValue().remaining()).isEqualTo(524_288);
        assertThat(letter.getValueSha256()).isNull();
    }

    @Test
    void ofALongerValueLengthAndFingerprintAreKept() throws Exception {
        DeadLetter letter = letterOf(record(null, new byte[512 * 1024 + 1]));

        assertThat(letter.getValue()).isNull();
        assertThat(letter.getValueLength()).isEqualTo(524_289);
        assertThat(letter.getValueSha256())
                .isEqualTo("eda6e9fb7e8bed184a10de09683556f9fc1720ffc1af5fa73f4891c7dec70bca");
    }

    @Test
    void aTombstoneHasNeitherValueNorFingerprint() throws Exception {
        DeadLetter letter = letterOf(record(new byte[1], null));

        assertThat(letter.getValue()).isNull();
        assertThat(letter.getValueLength()).isZero();
        assertThat(letter.getValueSha256()).isNull();
    }

    @Test
    void theHeadersAreThoseThatKafkaConnectGives() throws Exception {
        OutboundRecord letter = letters.of(record(null, new byte[1]), rejection, REJECTED_AT);

        assertThat(letter.headers())
                .containsExactly(
                        RecordHeader.text("traceparent", "00-ab"),
                        RecordHeader.text("__connect.errors.topic", "p.odoo.bills"),
                        RecordHeader.text("__connect.errors.partition", "3"),
                        RecordHeader.text("__connect.errors.offset", "77"),
                        RecordHeader.text("__connect.errors.connector.name", "milestones"),
                        RecordHeader.text("__connect.errors.task.id", "2"),
                        RecordHeader.text("__connect.errors.stage", "decode"),
                        RecordHeader.text(
                                "__connect.errors.exception.class.name",
                                "io.milepost.kafka.avro.RejectedRecordException"),
                        RecordHeader.text(
                                "__connect.errors.exception.message", "schema 9: expected ..."));
    }

    @Test
    void aBrokenHeartbeatBecomesNoPromiseInTheDeadLetters() throws Exception {
        List<RecordHeader> headers = new ArrayList<>();
        headers.add(RecordHeader.text(Catalogue.HEARTBEAT_HEADER, "12"));
        InboundRecord record =
                new InboundRecord("p.odoo.bills", 3, 77, 0, null, new byte[1], headers);

        assertThat(letters.of(record, rejection, REJECTED_AT).headers())
                .extracting(RecordHeader::name)
                .doesNotContain(Catalogue.HEARTBEAT_HEADER);
    }

    @Test
    void aRecordWithoutATimeAndAMessageWithoutAnEndStillMakeALetter() throws Exception {
        InboundRecord record =
                new InboundRecord(
                        "p.odoo.bills", 3, 77, -1, new byte[64 * 1024 + 1], null, List.of());
        Rejection endless = Rejection.of("decode", RejectReason.INVALID, "x".repeat(100_000), null);

        DeadLetter letter = decode(letters.of(record, endless, REJECTED_AT));

        assertThat(letter.getMessage()).hasSize(4_001).endsWith("x…");
        assertThat(letter.getKey()).isNull();
        assertThat(letter.getTimestamp()).isEqualTo(Instant.ofEpochMilli(-1));
    }

    private DeadLetter letterOf(InboundRecord record) throws Exception {
        return decode(letters.of(record, rejection, REJECTED_AT));
    }

    private DeadLetter decode(OutboundRecord letter) throws Exception {
        return (DeadLetter) new AvroDecoder(registry).decode(letter.value());
    }

    private static InboundRecord record(byte[] key, byte[] value) {
        return new InboundRecord(
                "p.odoo.bills",
                3,
                77,
                1_700_000_000_123L,
                key,
                value,
                List.of(
                        RecordHeader.text("traceparent", "00-ab"),
                        RecordHeader.text("__connect.errors.stage", "an earlier one")));
    }
}
