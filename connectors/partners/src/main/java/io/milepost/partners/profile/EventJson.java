package io.milepost.partners.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.canonical.CanonicalEvents;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes canonical events as JSON for people and for comparison: by the names of the contract,
 * without fields that are absent, numbers as decimal text, times in ISO 8601, and the body with its
 * kind. What differs at each intake is left out: {@code knownAt} and {@code traceparent}; so are
 * ids, which are only good for telling events apart.
 */
public final class EventJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> LEFT_OUT = Set.of("knownAt", "traceparent", "eventId");
    private static final ObjectWriter WRITER =
            new JsonMapper()
                    .writer(
                            new DefaultPrettyPrinter()
                                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private EventJson() {}

    /** All events of a message, by topic. */
    public static ObjectNode of(CanonicalEvents events) {
        return of(List.of(events));
    }

    /** All events of several messages, by topic. */
    public static ObjectNode of(List<CanonicalEvents> messages) {
        ObjectNode json = NODES.objectNode();
        put(json, "supplier.events", all(messages, CanonicalEvents::supplier));
        put(json, "carrier.events", all(messages, CanonicalEvents::carrier));
        put(json, "supplier.items", all(messages, CanonicalEvents::items));
        messages.stream()
                .map(CanonicalEvents::nothing)
                .filter(Objects::nonNull)
                .forEach(it -> json.put("nothing", it));
        return json;
    }

    private static <E> List<E> all(
            List<CanonicalEvents> messages, Function<CanonicalEvents, List<E>> events) {
        return messages.stream().flatMap(it -> events.apply(it).stream()).toList();
    }

    private static void put(ObjectNode json, String topic, List<? extends SpecificRecord> events) {
        if (!events.isEmpty()) {
            ArrayNode list = json.putArray(topic);
            events.forEach(it -> list.add(of(it)));
        }
    }

    /** Indented, for files that people compare. */
    public static String text(ObjectNode json) {
        try {
            return WRITER.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static ObjectNode of(SpecificRecord event) {
        ObjectNode json = NODES.objectNode();
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            if (value == null || LEFT_OUT.contains(field.name())) {
                continue;
            }
            if (value instanceof List<?> list) {
                if (!list.isEmpty()) {
                    ArrayNode array = json.putArray(field.name());
                    list.forEach(it -> array.add(of((SpecificRecord) it)));
                }
            } else if (value instanceof SpecificRecord inner) {
                ObjectNode object = of(inner);
                if (field.name().equals("body")) {
                    ObjectNode body = NODES.objectNode();
                    body.put("kind", inner.getSchema().getName());
                    body.setAll(object);
                    object = body;
                }
                json.set(field.name(), object);
            } else if (value instanceof BigDecimal number) {
                BigDecimal plain = number.stripTrailingZeros();
                json.put(
                        field.name(),
                        (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString());
            } else if (value instanceof Instant time) {
                json.put(field.name(), time.toString());
            } else if (value instanceof Boolean flag) {
                json.put(field.name(), flag);
            } else if (value instanceof Integer number) {
                json.put(field.name(), number);
            } else if (value instanceof Long number) {
                json.put(field.name(), number);
            } else {
                json.put(field.name(), value.toString());
            }
        }
        return json;
    }
}
