package io.milepost.partners.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.json.JsonReader;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Compiles templates and runs them on JSON, for tests. */
final class Templates {

    static final MappingTerms TERMS =
            new MappingTerms(
                    ZoneId.of("Europe/Berlin"),
                    LocalTime.NOON,
                    true,
                    Map.of(
                            "answer",
                            new CodeMap("answer", Map.of("IA", "ACCEPTED", "IR", "REJECTED")),
                            "any",
                            new CodeMap("any", Map.of("1", "one", CodeMap.ANY, "other")),
                            "item",
                            new CodeMap("item", Map.of("VN", "vendorItem", "UP", "gtin"))));

    private Templates() {}

    static Template compile(String source) throws TemplateException {
        return new JsltEngine().compile("test.jslt", source, TERMS);
    }

    static List<Problem> problems(String source) {
        try {
            compile(source);
            return List.of();
        } catch (TemplateException e) {
            return e.problems();
        }
    }

    static PartnerMessage message(String json) {
        PartnerMessage read = new JsonReader().read(json.getBytes(StandardCharsets.UTF_8), "test");
        return new PartnerMessage(
                Format.JSON,
                "test",
                null,
                new InterchangeHeader("01:A", "ZZ:B", "000000017", null, null, null),
                (ObjectNode) read.body(),
                read.places(),
                read.problems());
    }

    static JsonNode run(String source, String json) throws TemplateException {
        Mapping mapping = compile(source).apply(message(json));
        if (!mapping.problems().isEmpty()) {
            throw new AssertionError(mapping.problems().toString());
        }
        return mapping.output();
    }
}
