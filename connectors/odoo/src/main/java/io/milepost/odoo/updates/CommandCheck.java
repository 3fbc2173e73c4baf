package io.milepost.odoo.updates;

import io.milepost.events.CommandBillLine;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandPart;
import io.milepost.events.OdooCommand;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a command says all that its kind needs; what does not is rejected without asking Odoo.
 */
final class CommandCheck {

    private static final Set<CommandKind> OF_ITEMS =
            EnumSet.of(CommandKind.SET_SUPPLIER_PRICE, CommandKind.SET_LEAD_TIME);
    private static final Set<CommandKind> OF_LINES =
            EnumSet.of(
                    CommandKind.SET_LINE_DATE,
                    CommandKind.SET_LINE_QUANTITY,
                    CommandKind.SPLIT_LINE,
                    CommandKind.REVIEW_SALE_PROMISE,
                    CommandKind.SET_SALE_PROMISE);
    private static final Set<CommandKind> WITH_VALUE =
            EnumSet.of(
                    CommandKind.SET_LINE_DATE,
                    CommandKind.SET_LINE_QUANTITY,
                    CommandKind.SET_VENDOR_REFERENCE,
                    CommandKind.SET_RECEIPT_TRACKING,
                    CommandKind.SET_RECEIPT_DATE,
                    CommandKind.DRAFT_BILL,
                    CommandKind.REVIEW_SALE_PROMISE,
                    CommandKind.SET_SALE_PROMISE);
    private static final Set<CommandKind> WITH_NOTE =
            EnumSet.of(
                    CommandKind.POST_NOTE,
                    CommandKind.POST_MESSAGE,
                    CommandKind.REVIEW_ACTIVITY,
                    CommandKind.ASSIGN_ACTIVITY);

    /** A number of 0 or more as Odoo reads it; no NaN, no infinity, nothing below zero. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

    private CommandCheck() {}

    /** What is missing, in words; empty if nothing. */
    static Optional<String> problem(OdooCommand command) {
        CommandKind kind = command.getKind();
        List<String> missing = new ArrayList<>();
        if (OF_ITEMS.contains(kind)) {
            missing(command.getItem() == null, "item", missing);
            missing(
                    kind == CommandKind.SET_SUPPLIER_PRICE && command.getPrice() == null,
                    "price",
                    missing);
        } else if (kind != CommandKind.COMPLETE_ACTIVITY) {
            boolean byReceipt = command.getReceiptId() != null;
            missing(command.getOrderId() == null && !byReceipt, "orderId", missing);
        }
        missing(OF_LINES.contains(kind) && command.getLineId() == null, "lineId", missing);
        missing(WITH_VALUE.contains(kind) && command.getValue() == null, "value", missing);
        missing(WITH_NOTE.contains(kind) && command.getNote() == null, "note", missing);
        missing(
                kind == CommandKind.SPLIT_LINE
                        && (command.getParts() == null || command.getParts().size() < 2),
                "two parts or more",
                missing);
        missing(kind == CommandKind.DRAFT_BILL && command.getBill() == null, "bill", missing);
        missing(
                kind == CommandKind.COMPLETE_ACTIVITY && command.getRefersTo() == null,
                "refersTo",
                missing);
        return missing.isEmpty()
                ? wrong(command)
                : Optional.of("%s: expected %s but found none".formatted(kind, missing));
    }

    /** What Odoo would take, and ought not to. */
    private static Optional<String> wrong(OdooCommand command) {
        return switch (command.getKind()) {
            case SET_LINE_QUANTITY ->
                    AMOUNT.matcher(command.getValue()).matches()
                            ? Optional.empty()
                            : Optional.of(
                                    "SET_LINE_QUANTITY: expected a value of 0 or more but found "
                                            + command.getValue());
            case SPLIT_LINE ->
                    command.getParts().stream()
                            .map(CommandPart::getQuantity)
                            .filter(quantity -> quantity.signum() <= 0)
                            .findFirst()
                            .map(
                                    quantity ->
                                            "SPLIT_LINE: expected parts above 0 but found "
                                                    + quantity.toPlainString());
            case DRAFT_BILL -> {
                List<String> currencies =
                        command.getBill().getLines().stream()
                                .map(CommandBillLine::getCurrency)
                                .distinct()
                                .toList();
                yield currencies.size() == 1
                        ? Optional.empty()
                        : Optional.of(
                                "DRAFT_BILL: expected lines in one currency but found "
                                        + (currencies.isEmpty() ? "no lines" : currencies));
            }
            default -> Optional.empty();
        };
    }

    private static void missing(boolean absent, String name, List<String> missing) {
        if (absent) {
            missing.add(name);
        }
    }
}
