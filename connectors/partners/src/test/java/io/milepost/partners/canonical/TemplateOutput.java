package io.milepost.partners.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.json.JsonReader;
import io.milepost.partners.mapping.Mapping;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What templates put out, as text, and the events that are built of it. */
final class TemplateOutput {

    static final Instant KNOWN_AT = Instant.parse("2026-03-03T10:20:00Z");
    static final String DOCUMENT =
            "\"document\": {\"number\": \"D1\", \"issuedAt\": \"2026-03-03T10:00:00Z\"}";

    private static final Speaker SPEAKER = new Speaker("main", "1", "acme", "edi-x12", false);

    private TemplateOutput() {}

    /**
     * The events of an output. It is taken for the message itself, so that each value has its
     * place.
     */
    static CanonicalEvents build(String output, String controlNumber) {
        PartnerMessage read =
                new JsonReader().read(output.getBytes(StandardCharsets.UTF_8), "test");
        assertThat(read.problems()).isEmpty();
        PartnerMessage message =
                new PartnerMessage(
                        Format.JSON,
                        "test",
                        null,
                        new InterchangeHeader("01:A", "ZZ:B", controlNumber, "7", "0001", null),
                        (ObjectNode) read.body(),
                        read.places(),
                        List.of());
        return new CanonicalBuilder(SPEAKER)
                .build(
                        new Mapping(message.body(), List.of()),
                        message,
                        new Arrival(KNOWN_AT, "00-trace"));
    }

    static CanonicalEvents build(String output) {
        return build(output, "17");
    }

    /** An output of a document with these events. */
    static String events(String... events) {
        return "{" + DOCUMENT + ", \"events\": [" + String.join(",", events) + "]}";
    }

    /** A position of an invoice; the line as JSON. */
    static String invoice(String line, String quantity, String price) {
        return """
        {"kind": "invoice", "order": "P1", "line": %s, "quantity": "%s", "unit": "EA",
         "unitPrice": "%s", "currency": "EUR"}\
        """
                .formatted(line, quantity, price);
    }

    /** The problems, in words. */
    static List<String> told(CanonicalEvents events) {
        return events.problems().stream().map(Problem::toString).toList();
    }
}
