package io.milepost.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What holds for every schema of the catalogue. */
class ContractsTest {

    private static final String SENSITIVITY = "sensitivity";
    private static final Set<String> KINDS_OF_SENSITIVITY = Set.of("commercial", "personal");

    @Test
    void everyRecordEnumAndFieldSaysWhatItIs() {
        assertThat(NamedSchemas.all())
                .allSatisfy(
                        schema -> assertThat(schema.getDoc()).as(schema.getName()).isNotBlank());
        assertThat(fieldsWhere((record, field) -> field.doc() == null || field.doc().isBlank()))
                .isEmpty();
    }

    @Test
    void everyEnumFallsBackToUnknown() {
        List<Schema> enums =
                NamedSchemas.all().stream().filter(s -> s.getType() == Schema.Type.ENUM).toList();

        assertThat(enums)
                .isNotEmpty()
                .allSatisfy(
                        schema -> {
                            assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN");
                            assertThat(schema.getEnumSymbols()).startsWith("UNKNOWN");
                        });
    }

    @Test
    void noFieldIsABinaryFraction() {
        assertThat(fieldsWhere((record, field) -> isFraction(plain(field)))).isEmpty();
    }

    @Test
    void everyTimeIsInMicroseconds() {
        assertThat(
                        fieldsWhere(
                                (record, field) ->
                                        isTime(field)
                                                && !(logical(field)
                                                        instanceof LogicalTypes.TimestampMicros)))
                .isEmpty();
        assertThat(
                        fieldsWhere(
                                (record, field) ->
                                        logical(field) instanceof LogicalTypes.TimestampMillis))
                .isEmpty();
    }

    @Test
    void everyTimeSaysThatItIsUtc() {
        assertThat(
                        fieldsWhere(
                                (record, field) ->
                                        logical(field) instanceof LogicalTypes.TimestampMicros
                                                && !field.doc().contains("UTC")))
                .isEmpty();
    }

    @Test
    void quantitiesAndMoneyAreDecimalsOfOneScale() {
        assertThat(fieldsWhere((record, field) -> isAmount(field) && !isDecimal(field))).isEmpty();
        assertThat(fieldsWhere((record, field) -> isDecimal(field) && !isAmount(field))).isEmpty();
    }

    @Test
    void everyRecordWithAQuantityHasAUnitAndEveryPriceACurrency() {
        List<String> exempt =
                List.of(
                        // Prices of an order's items and of confirmed parts are in the order's
                        // currency.
                        "OrderItem.unitPrice", "ScheduleLine.unitPrice", "OutboundLine.unitPrice");
        assertThat(
                        fieldsWhere(
                                (record, field) ->
                                        isMoney(field)
                                                && record.getField("currency") == null
                                                && !exempt.contains(name(record, field))))
                .isEmpty();
        assertThat(
                        fieldsWhere(
                                (record, field) ->
                                        isDecimal(field)
                                                && !isMoney(field)
                                                && record.getField("unit") == null))
                .isEmpty();
    }

    @Test
    void moneyNamesAndRawBytesAreMarkedAsSensitive() {
        List<String> sensitive = fieldsWhere((record, field) -> field.getProp(SENSITIVITY) != null);

        assertThat(sensitive)
                .containsExactlyInAnyOrder(
                        "OdooOrderLine.vendorName",
                        "OdooOrderLine.unitPrice",
                        "OdooOrder.vendorName",
                        "OrderItem.unitPrice",
                        "OdooBill.unitPrice",
                        "ScheduleLine.unitPrice",
                        "Invoice.unitPrice",
                        "CreditNote.unitPrice",
                        "PriceListEntry.unitPrice",
                        "LineStatus.openValue",
                        "OdooCommand.assignee",
                        "CommandBillLine.unitPrice",
                        "PartnerTransaction.payload",
                        "PartnerProfileVersion.author",
                        "PartnerProfileVersion.approver",
                        "ProfileDecision.by",
                        "ProfileFile.content",
                        "OutboundLine.unitPrice",
                        "PartnerDelivery.payload",
                        "DeadLetter.value");
        assertThat(fieldsWhere((record, field) -> isMoney(field))).isSubsetOf(sensitive);
        assertThat(
                        fieldsWhere(
                                (record, field) ->
                                        field.getProp(SENSITIVITY) != null
                                                && !KINDS_OF_SENSITIVITY.contains(
                                                        field.getProp(SENSITIVITY))))
                .isEmpty();
    }

    private static List<String> fieldsWhere(BiPredicate<Schema, Schema.Field> predicate) {
        List<String> names = new ArrayList<>();
        for (Schema record : NamedSchemas.records()) {
            for (Schema.Field field : record.getFields()) {
                if (predicate.test(record, field)) {
                    names.add(name(record, field));
                }
            }
        }
        return names;
    }

    private static String name(Schema record, Schema.Field field) {
        return record.getName() + "." + field.name();
    }

    /** The schema of a field's value, whether it may be absent or not. */
    private static Schema plain(Schema.Field field) {
        return field.schema().getType() != Schema.Type.UNION
                ? field.schema()
                : field.schema().getTypes().stream()
                        .filter(s -> s.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow();
    }

    private static LogicalType logical(Schema.Field field) {
        return plain(field).getLogicalType();
    }

    private static boolean isFraction(Schema schema) {
        return schema.getType() == Schema.Type.FLOAT || schema.getType() == Schema.Type.DOUBLE;
    }

    private static boolean isDecimal(Schema.Field field) {
        return logical(field) instanceof LogicalTypes.Decimal decimal
                && decimal.getPrecision() == 18
                && decimal.getScale() == 6;
    }

    private static boolean isTime(Schema.Field field) {
        String name = field.name();
        return name.endsWith("At")
                || Set.of("effectiveFrom", "validFrom", "validTo", "timestamp", "clock")
                        .contains(name);
    }

    private static boolean isMoney(Schema.Field field) {
        return Set.of("unitPrice", "openValue").contains(field.name());
    }

    private static boolean isAmount(Schema.Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        boolean quantity =
                Stream.of(
                                "quantity",
                                "minquantity",
                                "unitfactor",
                                "ordered",
                                "splitbefore",
                                "splitafter",
                                "confirmed",
                                "backordered",
                                "held",
                                "claimed",
                                "shipped",
                                "received",
                                "returned",
                                "invoiced",
                                "credited")
                        .anyMatch(name::equals);
        return quantity || isMoney(field);
    }
}
