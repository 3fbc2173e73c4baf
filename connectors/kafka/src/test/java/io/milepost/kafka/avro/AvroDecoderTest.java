package io.milepost.kafka.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.events.Heartbeat;
import io.milepost.events.LineStatus;
import io.milepost.events.RejectReason;
import io.milepost.kafka.inbound.InboundRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvroDecoderTest {

    private static final String SUBJECT = "po-line.status-value";

    private final StubRegistry registry = new StubRegistry();
    private final AvroDecoder decoder = new AvroDecoder(registry);
    private byte[] framed;
    private int id;

    @BeforeEach
    void encodeAStatus() throws IOException {
        id = registry.has(SUBJECT, LineStatus.getClassSchema());
        registry.has("heartbeats", Heartbeat.getClassSchema());
        framed = new AvroEncoder(registry).encode(SUBJECT, Samples.status());
        registry.questions = 0;
    }

    @Test
    void readsDecimalsAndTimesAsTheGeneratedClassHasThem() throws Exception {
        assertThat(decoder.decode(framed)).isEqualTo(Samples.status());
    }

    @Test
    void choosesTheClassByTheWritersSchema() throws Exception {
        byte[] heartbeat = new AvroEncoder(registry).encode("heartbeats", Samples.heartbeat("a"));

        assertThat(decoder.decode(framed)).isInstanceOf(LineStatus.class);
        assertThat(decoder.decode(heartbeat)).isEqualTo(Samples.heartbeat("a"));
        assertThat(decoder.decode(framed)).isEqualTo(Samples.status());
    }

    @Test
    void asksTheRegistryOncePerSchemaId() throws Exception {
        for (int i = 0; i < 5; i++) {
            decoder.decode(framed);
        }

        assertThat(registry.questions).isEqualTo(1);
    }

    @Test
    void rejectsBytesThatAreTooShortForAFrame() {
        assertReject(decode(new byte[] {0, 0, 0, 1}), RejectReason.NOT_FRAMED, null)
                .hasMessage(
                        "value: expected at least 5 bytes (a zero byte and a schema id) but"
                                + " found 4");
    }

    @Test
    void rejectsBytesWithAnotherFirstByte() {
        byte[] json = "{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertReject(decode(json), RejectReason.NOT_FRAMED, null)
                .hasMessage("value: expected the first byte to be 0x00 but found 0x7b");
    }

    @Test
    void rejectsATombstone() {
        assertReject(decode(null), RejectReason.TOMBSTONE, null)
                .hasMessage("value: expected a record but found a tombstone");
    }

    @Test
    void rejectsASchemaThatNoTopicHas() {
        Schema other = SchemaBuilder.record("com.example.Other").fields().endRecord();
        int otherId = registry.has("other", other);

        assertReject(decode(frame(otherId)), RejectReason.SCHEMA_MISMATCH, otherId)
                .hasMessageStartingWith("schema " + otherId + ": expected one of [io.milepost.")
                .hasMessageEndingWith("but found com.example.Other");
    }

    @Test
    void rejectsASchemaOfTheRightNameThatCannotBeResolved() {
        Schema alien =
                SchemaBuilder.record(Heartbeat.class.getName())
                        .fields()
                        .requiredInt("source")
                        .endRecord();
        int alienId = registry.has("alien", alien);

        assertReject(decode(frame(alienId)), RejectReason.SCHEMA_MISMATCH, alienId)
                .hasMessageContaining("that io.milepost.events.Heartbeat of this release can read")
                .hasMessageContaining("TYPE_MISMATCH at /fields/0/type");
    }

    @Test
    void readsWhatAnOlderSchemaWrote() throws Exception {
        Schema older =
                SchemaBuilder.record(Heartbeat.class.getName())
                        .fields()
                        .requiredString("source")
                        .requiredInt("partition")
                        .name("promisedAt")
                        .type(Heartbeat.getClassSchema().getField("promisedAt").schema())
                        .noDefault()
                        .requiredInt("dropped")
                        .endRecord();
        int olderId = registry.has("older", older);
        byte[] written = new AvroEncoder(registry).encode("heartbeats", Samples.heartbeat("a"));
        byte[] longer = Arrays.copyOf(written, written.length + 1);
        System.arraycopy(frame(olderId), 0, longer, 0, Frame.LENGTH);

        assertThat(decoder.decode(longer)).isEqualTo(Samples.heartbeat("a"));
    }

    @Test
    void rejectsBytesThatEndTooSoonAndReadsTheNextRecord() throws Exception {
        byte[] cut = Arrays.copyOf(framed, framed.length - 3);

        assertReject(decode(cut), RejectReason.UNDECODABLE, id)
                .hasMessageStartingWith(
                        "value: expected io.milepost.events.LineStatus as in schema " + id);
        assertThat(decoder.decode(framed)).isEqualTo(Samples.status());
    }

    @Test
    void rejectsBytesAfterTheRecord() {
        byte[] longer = Arrays.copyOf(framed, framed.length + 2);

        assertReject(decode(longer), RejectReason.UNDECODABLE, id)
                .hasMessage(
                        "value: expected the end after io.milepost.events.LineStatus as in schema "
                                + id
                                + " but found 2 more bytes");
    }

    @Test
    void rejectsALengthThatWouldFillTheMemory() {
        byte[] huge = frame(id, 0xfe, 0xff, 0xff, 0xff, 0x0f);

        assertReject(decode(huge), RejectReason.UNDECODABLE, id);
    }

    @Test
    void namesTheAddressOfARecordOfAnotherClass() {
        InboundRecord record = new InboundRecord("odoo.bills", 2, 77, 1L, null, framed, List.of());

        RejectedRecordException reject =
                catchThrowableOfType(
                        RejectedRecordException.class,
                        () -> decoder.decode(record, Heartbeat.class));

        assertReject(reject, RejectReason.SCHEMA_MISMATCH, id)
                .hasMessage(
                        "odoo.bills/2/77: value: expected io.milepost.events.Heartbeat but found"
                                + " io.milepost.events.LineStatus");
    }

    @Test
    void aRegistryThatIsDownRejectsNothing() throws Exception {
        registry.down = new IOException("connection refused");
        assertThatThrownBy(() -> decoder.decode(framed))
                .isInstanceOf(RegistryUnavailableException.class);

        registry.down = null;
        assertThat(decoder.decode(framed)).isEqualTo(Samples.status());
    }

    @Test
    void aProxysNotFoundRejectsNothing() {
        registry.refusal = new RestClientException("Not Found", 404, 404);

        assertThatThrownBy(() -> decoder.decode(framed))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("schema registry: no answer about schema " + id);
    }

    private RejectedRecordException decode(byte[] bytes) {
        return catchThrowableOfType(RejectedRecordException.class, () -> decoder.decode(bytes));
    }

    private static byte[] frame(int schemaId, int... following) {
        byte[] bytes = new byte[Frame.LENGTH + following.length];
        bytes[1] = (byte) (schemaId >>> 24);
        bytes[2] = (byte) (schemaId >>> 16);
        bytes[3] = (byte) (schemaId >>> 8);
        bytes[4] = (byte) schemaId;
        for (int i = 0; i < following.length; i++) {
            bytes[Frame.LENGTH + i] = (byte) following[i];
        }
        return bytes;
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertReject(
            RejectedRecordException reject, RejectReason reason, Integer schemaId) {
        assertThat(reject).as("a rejection").isNotNull();
        assertThat(reject.reason()).isEqualTo(reason);
        assertThat(reject.schemaId()).isEqualTo(schemaId);
        return assertThat(reject);
    }
}
