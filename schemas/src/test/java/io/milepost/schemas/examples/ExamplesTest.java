package io.milepost.schemas.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<ExampleFiles.EventType> types() {
        return ExampleFiles.types();
    }

    @Test
    void everyEventTypeHasAnExampleAndEveryExampleAType() {
        List<String> names = types().stream().map(ExampleFiles.EventType::name).sorted().toList();

        assertThat(ExampleFiles.found()).isEqualTo(names);
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleIsAnEventAndNothingOfItIsLost(ExampleFiles.EventType type) throws IOException {
        JsonNode json = JSON.readTree(Files.readString(type.file()));

        SpecificRecord event = ReadableJson.read(type.name(), type.schema(), json);

        assertThat(Leaves.of(event)).containsAllEntriesOf(Leaves.of(json));
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleComesBackFromAvroWithEveryField(ExampleFiles.EventType type) throws IOException {
        SpecificRecord event = read(type);

        SpecificRecord back = decode(type.schema(), encode(event));

        // By leaves: the equals of Avro's lists fails where a union holds a time.
        assertThat(back).hasSameClassAs(event);
        assertThat(Leaves.of(back)).isEqualTo(Leaves.of(event));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theNameOfAFileSaysWhichBodyItShows(ExampleFiles.EventType type) throws IOException {
        SpecificRecord event = read(type);

        Schema.Field body = type.schema().getField("body");
        String shown =
                body == null
                        ? null
                        : ((SpecificRecord) event.get(body.pos())).getSchema().getName();
        assertThat(shown).isEqualTo(type.body());
    }

    private static SpecificRecord read(ExampleFiles.EventType type) throws IOException {
        JsonNode json = JSON.readTree(Files.readString(type.file()));
        return ReadableJson.read(type.name(), type.schema(), json);
    }

    private static byte[] encode(SpecificRecord event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static SpecificRecord decode(Schema schema, byte[] bytes) throws IOException {
        Decoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
        return new SpecificDatumReader<SpecificRecord>(schema).read(null, decoder);
    }
}
