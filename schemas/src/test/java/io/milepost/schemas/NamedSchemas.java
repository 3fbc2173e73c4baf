package io.milepost.schemas;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Every record and enum of the contracts, each once, in the order in which they are met. */
public final class NamedSchemas {

    private final Map<String, Schema> byName = new LinkedHashMap<>();

    private NamedSchemas() {}

    /** Those of every topic and of heartbeats. */
    public static Collection<Schema> all() {
        NamedSchemas found = new NamedSchemas();
        Catalogue.all().forEach(topic -> found.visit(topic.schema()));
        found.visit(Catalogue.heartbeatSchema());
        return found.byName.values();
    }

    /** Those within a schema, itself first. */
    public static Collection<Schema> within(Schema schema) {
        NamedSchemas found = new NamedSchemas();
        found.visit(schema);
        return found.byName.values();
    }

    /** The records among them. */
    public static List<Schema> records() {
        return all().stream().filter(s -> s.getType() == Schema.Type.RECORD).toList();
    }

    private void visit(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                if (byName.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> visit(field.schema()));
                }
            }
            case ENUM -> byName.putIfAbsent(schema.getFullName(), schema);
            case ARRAY -> visit(schema.getElementType());
            case UNION -> schema.getTypes().forEach(this::visit);
            default -> {
                // Has no name and nothing within.
            }
        }
    }
}
