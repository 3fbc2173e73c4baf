package io.milepost.schemas.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.events.Heartbeat;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.ScheduleLine;
import io.milepost.events.SupplierEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadableJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsMissingComesFromTheDefault() throws IOException {
        JsonNode json = JSON.readTree("{\"number\":1,\"quantity\":\"2.5\",\"unit\":\"KGM\"}");

        ScheduleLine part =
                (ScheduleLine) ReadableJson.read("file", ScheduleLine.getClassSchema(), json);

        assertThat(part.getQuantity()).isEqualTo(new BigDecimal("2.500000"));
        assertThat(part.getAnswer().name()).isEqualTo("UNKNOWN");
        assertThat(part.getPromisedAt()).isNull();
    }

    @Test
    void theDefaultOfADecimalIsADecimal() throws IOException {
        ObjectNode json = example("odoo.order-lines");
        json.remove("unitFactor");

        OdooOrderLine line =
                (OdooOrderLine) ReadableJson.read("file", OdooOrderLine.getClassSchema(), json);

        assertThat(line.getUnitFactor()).isEqualTo(new BigDecimal("1.000000"));
    }

    static List<Arguments> brokenHeartbeats() {
        return List.of(
                arguments(
                        "promisedAt",
                        null,
                        "promisedAt: expected a value, as there is no default but found nothing"),
                arguments("partition", "\"0\"", "partition: expected an int but found \"0\""),
                arguments("source", "7", "source: expected text but found 7"),
                arguments(
                        "promisedAt",
                        "\"2026-01-01\"",
                        "promisedAt: expected timestamp-micros but found 2026-01-01"),
                arguments(
                        "promisedAt",
                        "\"2026-01-01T00:00:00.0000001Z\"",
                        "promisedAt: expected timestamp-micros but found"
                                + " 2026-01-01T00:00:00.0000001Z"),
                arguments(
                        "promisedAt",
                        "1767225600000000",
                        "promisedAt: expected timestamp-micros as text but found"
                                + " 1767225600000000"),
                arguments(
                        "promise",
                        "true",
                        "promise: expected a field of Heartbeat but found true"));
    }

    @ParameterizedTest
    @MethodSource("brokenHeartbeats")
    void whatIsNoEventIsRefusedWithItsPlace(String field, String value, String message)
            throws IOException {
        ObjectNode json = example("heartbeat");
        if (value == null) {
            json.remove(field);
        } else {
            json.set(field, JSON.readTree(value));
        }

        assertThatThrownBy(() -> ReadableJson.read("file", Heartbeat.getClassSchema(), json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file." + message);
    }

    @Test
    void aBodyThatTheContractDoesNotHaveIsRefused() throws IOException {
        Schema schema = SupplierEvent.getClassSchema();
        ObjectNode json = example("supplier.events.invoice");
        json.set("body", JSON.readTree("{\"Greeting\":{}}"));

        assertThatThrownBy(() -> ReadableJson.read("file", schema, json))
                .hasMessage(
                        "file.body: expected one of [Acknowledgement, ShipNotice, Invoice,"
                                + " CreditNote, QualityHold, ReturnClaim, TechnicalAcknowledgement]"
                                + " but found {\"Greeting\":{}}");
    }

    @Test
    void aValueThatDecimalsWouldCutShortIsRefused() throws IOException {
        ObjectNode json = example("odoo.order-lines");
        json.put("quantity", "0.0000001");

        assertThatThrownBy(() -> ReadableJson.read("file", OdooOrderLine.getClassSchema(), json))
                .hasMessage("file.quantity: expected decimal but found 0.0000001");
    }

    @Test
    void theLeavesOfAnEventShowEveryDifference() throws IOException {
        SpecificRecord before = heartbeat(example("heartbeat"));
        SpecificRecord after = heartbeat(example("heartbeat").put("partition", 3));

        assertThat(Leaves.of(before)).containsEntry("/partition", "2").hasSize(3);
        assertThat(Leaves.of(after)).isNotEqualTo(Leaves.of(before));
    }

    private static SpecificRecord heartbeat(JsonNode json) {
        return ReadableJson.read("file", Heartbeat.getClassSchema(), json);
    }

    private static ObjectNode example(String name) throws IOException {
        Path file = Path.of("src", "main", "examples", name + ".json");
        return (ObjectNode) JSON.readTree(Files.readString(file));
    }
}
