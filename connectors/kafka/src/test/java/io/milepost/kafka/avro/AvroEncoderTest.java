package io.milepost.kafka.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.events.Heartbeat;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class AvroEncoderTest {

    private static final String SUBJECT = "odoo.results-value";

    private final StubRegistry registry = new StubRegistry();

    @Test
    void putsAZeroByteAndTheSchemaIdBeforeTheAvroBytes() throws IOException {
        int id = registry.has(SUBJECT, Heartbeat.getClassSchema());

        byte[] framed = new AvroEncoder(registry).encode(SUBJECT, Samples.heartbeat("ab"));

        ByteBuffer bytes = ByteBuffer.wrap(framed);
        assertThat(bytes.get()).isZero();
        assertThat(bytes.getInt()).isEqualTo(id);
        assertThat(bytes.get()).as("zigzag length of the first string").isEqualTo((byte) 4);
        assertThat(bytes.get()).isEqualTo((byte) 'a');
    }

    @Test
    void asksTheRegistryOncePerSubjectAndClass() throws IOException {
        registry.has(SUBJECT, Heartbeat.getClassSchema());
        registry.has("other-value", Heartbeat.getClassSchema());
        AvroEncoder encoder = new AvroEncoder(registry);

        for (int i = 0; i < 5; i++) {
            encoder.encode(SUBJECT, Samples.heartbeat("a"));
            encoder.encode("other-value", Samples.heartbeat("a"));
        }

        assertThat(registry.questions).isEqualTo(2);
    }

    @Test
    void namesSubjectAndSchemaWhenTheRegistryLacksIt() {
        assertThatThrownBy(() -> new AvroEncoder(registry).encode(SUBJECT, Samples.heartbeat("a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "subject odoo.results-value: expected the schema of"
                                + " io.milepost.events.Heartbeat but the registry does not have it")
                .hasMessageEndingWith("register the schemas before the job starts");
    }

    @Test
    void registersAMissingSchemaOnlyWhenToldTo() throws Exception {
        byte[] framed = new AvroEncoder(registry, true).encode(SUBJECT, Samples.heartbeat("a"));

        assertThat(new AvroDecoder(registry).decode(framed)).isEqualTo(Samples.heartbeat("a"));
    }

    @Test
    void aRegistryThatIsDownIsNotAMissingSchema() {
        registry.down = new IOException("connection refused");

        assertThatThrownBy(() -> new AvroEncoder(registry).encode(SUBJECT, Samples.heartbeat("a")))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessage("schema registry: no answer about subject odoo.results-value");
    }

    @Test
    void aRegistryThatDeniesAccessIsNotAMissingSchema() {
        registry.refusal = new RestClientException("Unauthorized", 401, 40101);

        assertThatThrownBy(() -> new AvroEncoder(registry).encode(SUBJECT, Samples.heartbeat("a")))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("Unauthorized");
    }

    @Test
    void aBrokenRecordIsNamedAndLeavesNothingInTheNextOne() throws IOException {
        registry.has(SUBJECT, Heartbeat.getClassSchema());
        AvroEncoder encoder = new AvroEncoder(registry);
        byte[] expected = encoder.encode(SUBJECT, Samples.heartbeat("a"));
        Heartbeat broken = Samples.heartbeat("buffered and never flushed");
        broken.put("promisedAt", null);

        assertThatThrownBy(() -> encoder.encode(SUBJECT, broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "record for subject odoo.results-value: does not fit"
                                + " io.milepost.events.Heartbeat: ");
        assertThat(encoder.encode(SUBJECT, Samples.heartbeat("a"))).isEqualTo(expected);
    }
}
