package io.milepost.odoo.updates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.events.CommandBill;
import io.milepost.events.CommandItem;
import io.milepost.events.CommandPrice;
import io.milepost.events.OdooCommand;
import io.milepost.odoo.client.OdooJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A command as the server action reads it: what is absent is left out, amounts are text. */
final class CommandJson {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);
    private static final int INSTANCE_AND_COMPANY = 3;

    private CommandJson() {}

    /** The command itself, without its place in the shard. */
    static ObjectNode of(OdooCommand command) {
        ObjectNode json = OdooJson.object();
        json.put("id", command.getCommandId());
        json.put("kind", command.getKind().name());
        put(json, "order_id", command.getOrderId());
        put(json, "line_id", command.getLineId());
        put(json, "value", command.getValue());
        put(json, "expect", command.getExpect());
        put(json, "note", command.getNote());
        put(json, "date", time(command.getPlannedAt()));
        put(json, "receipt_id", command.getReceiptId());
        put(json, "assignee", command.getAssignee());
        put(json, "refers_to", command.getRefersTo());
        if (command.getParts() != null) {
            ArrayNode parts = json.putArray("parts");
            command.getParts()
                    .forEach(
                            part ->
                                    parts.addObject()
                                            .put("quantity", plain(part.getQuantity()))
                                            .put("date", time(part.getPlannedAt())));
        }
        bill(json, command.getBill());
        item(json, command.getItem());
        price(json, command.getPrice());
        return json;
    }

    private static void bill(ObjectNode json, CommandBill bill) {
        if (bill == null) {
            return;
        }
        ObjectNode node = json.putObject("bill");
        node.put("date", bill.getBillDate().toString());
        ArrayNode lines = node.putArray("lines");
        bill.getLines()
                .forEach(
                        line -> {
                            node.put("currency", line.getCurrency());
                            lines.addObject()
                                    .put("line_id", line.getLineId())
                                    .put("quantity", plain(line.getQuantity()))
                                    .put("price", plain(line.getUnitPrice()));
                        });
    }

    private static void item(ObjectNode json, CommandItem item) {
        if (item == null) {
            return;
        }
        ObjectNode node = json.putObject("item");
        node.put("vendor", item.getVendor());
        String[] key = item.getItemKey().split("/", INSTANCE_AND_COMPANY);
        if (key.length == INSTANCE_AND_COMPANY) {
            node.put("company", key[1]);
        }
        put(node, "vendor_item", item.getVendorItem());
        put(node, "own_item", item.getOwnItem());
        put(node, "gtin", item.getGtin());
    }

    private static void price(ObjectNode json, CommandPrice price) {
        if (price == null) {
            return;
        }
        ObjectNode node = json.putObject("price");
        node.put("min_quantity", plain(price.getMinQuantity()));
        put(node, "unit", price.getUnit());
        put(node, "currency", price.getCurrency());
        put(node, "valid_from", price.getValidFrom() == null ? null : day(price.getValidFrom()));
        // Odoo's end is the last day on which a price holds.
        put(
                node,
                "valid_to",
                price.getValidTo() == null ? null : day(price.getValidTo().minusNanos(1)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String time(Instant time) {
        return time == null ? null : TIME.format(time);
    }

    private static String day(Instant time) {
        return DATE.format(time);
    }

    private static void put(ObjectNode json, String name, Object value) {
        if (value != null) {
            json.set(name, OdooJson.node(value));
        }
    }
}
