package io.milepost.schemas.pages;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.Conversions;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** A field in the words of the page of data contracts. */
final class FieldWords {

    private FieldWords() {}

    /** Its type; what may be absent says so. */
    static String type(Schema.Field field) {
        return type(field.schema());
    }

    /** Its default; empty where a value has to be given. */
    static String fallback(Schema.Field field) {
        if (!field.hasDefaultValue()) {
            return "";
        }
        Object fallback = field.defaultVal();
        if (fallback == JsonProperties.NULL_VALUE) {
            return "absent";
        }
        if (field.schema().getLogicalType() instanceof LogicalTypes.Decimal) {
            BigDecimal number =
                    new Conversions.DecimalConversion()
                            .fromBytes(
                                    (ByteBuffer) GenericData.get().getDefaultValue(field),
                                    field.schema(),
                                    field.schema().getLogicalType());
            return number.stripTrailingZeros().toPlainString();
        }
        if (fallback instanceof List<?>) {
            return "none";
        }
        return "".equals(fallback) ? "empty" : "`" + fallback + "`";
    }

    /** What it is, and whether it is sensitive. */
    static String meaning(Schema.Field field) {
        String sensitivity = field.getProp("sensitivity");
        String doc = field.doc().replace("|", "\\|");
        return sensitivity == null ? doc : doc + " *Sensitive: " + sensitivity + ".*";
    }

    /** A link to where a record is described. */
    static String link(Schema record) {
        return "[" + record.getName() + "](#" + record.getName().toLowerCase(Locale.ROOT) + ")";
    }

    private static String type(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return "decimal(" + decimal.getPrecision() + ", " + decimal.getScale() + ")";
        }
        if (schema.getLogicalType() != null) {
            return schema.getLogicalType().getName();
        }
        return switch (schema.getType()) {
            case RECORD -> link(schema);
            case ENUM -> "enum " + schema.getName();
            case ARRAY -> "list of " + type(schema.getElementType());
            case UNION -> union(schema);
            default -> schema.getType().getName();
        };
    }

    private static String union(Schema schema) {
        String types =
                schema.getTypes().stream()
                        .filter(s -> s.getType() != Schema.Type.NULL)
                        .map(FieldWords::type)
                        .collect(Collectors.joining(" or "));
        return schema.isNullable() ? types + ", optional" : types;
    }
}
