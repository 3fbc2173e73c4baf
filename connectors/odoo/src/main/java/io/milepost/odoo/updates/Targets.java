package io.milepost.odoo.updates;

import io.milepost.events.CommandKind;
import io.milepost.events.OdooCommand;

/** What a command sets: two with the same target can be merged. */
final class Targets {

    private Targets() {}

    /** The target; {@code null} for a command whose every effect counts. */
    static String of(OdooCommand command) {
        String kind = command.getKind().name();
        return switch (command.getKind()) {
            case SET_LINE_DATE, SET_LINE_QUANTITY, SET_SALE_PROMISE -> kind + line(command);
            case ACKNOWLEDGE_ORDER, SET_VENDOR_REFERENCE -> kind + "/order" + command.getOrderId();
            case SET_RECEIPT_TRACKING, SET_RECEIPT_DATE ->
                    command.getReceiptId() == null
                            ? kind + "/order" + command.getOrderId() + line(command)
                            : kind + "/receipt" + command.getReceiptId();
            case SET_SUPPLIER_PRICE ->
                    kind
                            + "/"
                            + command.getPrice().getMinQuantity().stripTrailingZeros()
                            + "/"
                            + command.getItem().getItemKey();
            case SET_LEAD_TIME -> kind + "/" + command.getItem().getItemKey();
            default -> null;
        };
    }

    /** The target of a quantity of the command's line. */
    static String quantity(OdooCommand command) {
        return CommandKind.SET_LINE_QUANTITY.name() + line(command);
    }

    /** Whether what comes after it on its line must not be merged with what came before it. */
    static boolean endsMerging(OdooCommand command) {
        return command.getKind() == CommandKind.SPLIT_LINE;
    }

    /** How the targets of its line end. */
    static String line(OdooCommand command) {
        return "/line" + command.getLineId();
    }
}
