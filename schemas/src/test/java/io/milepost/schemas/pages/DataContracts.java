package io.milepost.schemas.pages;

import io.milepost.schemas.Catalogue;
import io.milepost.schemas.NamedSchemas;
import io.milepost.schemas.Retention;
import io.milepost.schemas.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/** The generated sections of the page of data contracts: topics, events, shared records, enums. */
final class DataContracts {

    private DataContracts() {}

    /** Every section by its name. */
    static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("topics", topics());
        sections.put("events", events());
        sections.put("shared", shared());
        sections.put("enums", enums());
        return sections;
    }

    private static String topics() {
        StringBuilder table = new StringBuilder();
        row(
                table,
                "Topic",
                "Key",
                "Schema",
                "Partitions",
                "Retention",
                "Compatibility",
                "Guarantee",
                "Written by",
                "Purpose");
        row(table, "---", "---", "---", "---:", "---", "---", "---", "---", "---");
        for (Topic<?> topic : Catalogue.all()) {
            row(
                    table,
                    code(topic.name()),
                    topic.key().form(),
                    link(topic.schema()),
                    Integer.toString(topic.partitions()),
                    words(topic.retention()),
                    code(topic.compatibility().name()),
                    topic.guarantee().words(),
                    topic.owner(),
                    topic.purpose());
        }
        return table.toString();
    }

    private static String events() {
        StringBuilder text = new StringBuilder();
        Set<Schema> shown = new LinkedHashSet<>(sharedRecords());
        for (Topic<?> topic : Catalogue.all()) {
            for (Schema record : records(topic.schema())) {
                if (shown.add(record)) {
                    describe(text, record, record.equals(topic.schema()) ? topic.name() : null);
                }
            }
        }
        describe(text, Catalogue.heartbeatSchema(), "every data topic");
        return text.toString();
    }

    private static String shared() {
        StringBuilder text = new StringBuilder();
        sharedRecords().forEach(record -> describe(text, record, null));
        return text.toString();
    }

    private static String enums() {
        StringBuilder table = new StringBuilder();
        row(table, "Enum", "Values", "Meaning");
        row(table, "---", "---", "---");
        for (Schema schema : NamedSchemas.all()) {
            if (schema.getType() == Schema.Type.ENUM) {
                row(
                        table,
                        code(schema.getName()),
                        String.join(", ", schema.getEnumSymbols()),
                        schema.getDoc());
            }
        }
        return table.toString();
    }

    private static void describe(StringBuilder text, Schema record, String topic) {
        text.append("### ").append(record.getName()).append("\n\n");
        text.append(record.getDoc());
        if (topic != null) {
            text.append(" Topic: ").append(code(topic)).append('.');
        }
        text.append("\n\n");
        row(text, "Field", "Type", "Default", "Meaning");
        row(text, "---", "---", "---", "---");
        for (Schema.Field field : record.getFields()) {
            row(
                    text,
                    code(field.name()),
                    FieldWords.type(field),
                    FieldWords.fallback(field),
                    FieldWords.meaning(field));
        }
        text.append('\n');
    }

    /** What is part of every event is described once. */
    private static List<Schema> sharedRecords() {
        Schema envelope = Catalogue.ORDER_LINES.schema().getField("envelope").schema();
        return records(envelope);
    }

    private static List<Schema> records(Schema schema) {
        Collection<Schema> named = NamedSchemas.within(schema);
        return new ArrayList<>(
                named.stream().filter(s -> s.getType() == Schema.Type.RECORD).toList());
    }

    private static String words(Retention retention) {
        if (retention.compacted()) {
            return "latest of a key";
        }
        return retention.time() == null ? "for ever" : retention.time().toDays() + " days";
    }

    private static String link(Schema schema) {
        return FieldWords.link(schema);
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
