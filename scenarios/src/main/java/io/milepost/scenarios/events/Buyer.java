package io.milepost.scenarios.events;

import io.milepost.events.OdooOrderLine;
import io.milepost.events.OrderState;
import io.milepost.scenarios.words.Moments;
import io.milepost.scenarios.words.Quantity;
import io.milepost.scenarios.words.Timing;
import io.milepost.scenarios.words.Vocabulary;
import io.milepost.scenarios.words.Words;
import io.milepost.schemas.Catalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the buyer does to the order, in Odoo. */
public final class Buyer {

    private static final BigDecimal ONE = new BigDecimal("1.000000");

    private final Chronicle story;

    private Buyer(Chronicle story) {
        this.story = story;
    }

    /** Adds the buyer's sentences. */
    public static void teach(Vocabulary vocabulary, Chronicle story) {
        Buyer buyer = new Buyer(story);
        vocabulary
                .add("<quantity> are ordered for <time>(?: at <price>)?", buyer::orders)
                .add("these lines are ordered(, which Odoo does not number)?", buyer::ordersLines)
                .add("the buyer asks for (?:a quotation of )<quantity> for <time>", buyer::asks)
                .add("the buyer confirms the order", w -> buyer.state(w, OrderState.PURCHASE))
                .add("the buyer cancels the order", w -> buyer.state(w, OrderState.CANCELLED))
                .add("the buyer reopens the order", w -> buyer.state(w, OrderState.PURCHASE))
                .add("the buyer cancels line (\\d+)", buyer::cancelsLine)
                .add(
                        "the buyer moves the date<line> to <time>",
                        w -> buyer.change(w, w.line(1), b -> b.setPlannedAt(w.moment(2))))
                .add(
                        "the buyer changes the quantity<line> to <quantity>",
                        w -> buyer.change(w, w.line(1), b -> b.setQuantity(w.quantity(2).amount())))
                .add(
                        "the buyer changes the price<line> to <price>",
                        w -> buyer.change(w, w.line(1), b -> b.setUnitPrice(w.price(2))));
    }

    private void orders(Words words) {
        OdooOrderLine line =
                line(1, words.quantity(1), words.moment(2), words.timing())
                        .setConfirmedAt(words.timing().occurred())
                        .build();
        if (words.word(3) != null) {
            line.setUnitPrice(words.price(3));
        }
        tell(words.timing(), 1, line);
    }

    private void asks(Words words) {
        tell(
                words.timing(),
                1,
                line(1, words.quantity(1), words.moment(2), words.timing())
                        .setOrderState(OrderState.SENT)
                        .build());
    }

    private void ordersLines(Words words) {
        for (Map<String, String> row : words.rows()) {
            int number = Integer.parseInt(row.get("line"));
            OdooOrderLine.Builder line =
                    line(
                                    number,
                                    Quantity.parse(row.get("quantity")),
                                    Moments.parse(row.get("planned for")),
                                    words.timing())
                            .setConfirmedAt(words.timing().occurred())
                            .setWarehouse(row.get("warehouse"))
                            .setCategory(row.get("category"))
                            .setLineNumber(words.word(1) == null ? number : null)
                            .setVendorItem(row.getOrDefault("supplier's item", "VI-" + number));
            tell(words.timing(), number, line.build());
        }
    }

    private OdooOrderLine.Builder line(
            int number, Quantity quantity, Instant planned, Timing timing) {
        return OdooOrderLine.newBuilder()
                .setEnvelope(story.envelope(timing, null, List.of()))
                .setVersion(version(timing))
                .setOrderId(Chronicle.ORDER)
                .setLineId(Chronicle.lineId(number))
                .setOrderName(Chronicle.ORDER_NAME)
                .setLineNumber(number)
                .setOrderState(OrderState.PURCHASE)
                .setVendor(Chronicle.VENDOR)
                .setVendorItem("VI-" + number)
                .setOwnItem("OI-" + number)
                .setQuantity(quantity.amount())
                .setUnit(quantity.unitOr("C62"))
                .setUnitFactor(ONE)
                .setUnitPrice(new BigDecimal("5.000000"))
                .setCurrency("EUR")
                .setOrderedAt(timing.occurred())
                .setPlannedAt(planned);
    }

    private void state(Words words, OrderState state) {
        for (int line : story.lineNumbers()) {
            change(words, line, b -> confirmed(b, state, words.timing().occurred()));
        }
    }

    private static OdooOrderLine.Builder confirmed(
            OdooOrderLine.Builder line, OrderState state, Instant at) {
        boolean firstTime = state == OrderState.PURCHASE && line.getConfirmedAt() == null;
        return line.setOrderState(state).setConfirmedAt(firstTime ? at : line.getConfirmedAt());
    }

    private void cancelsLine(Words words) {
        change(words, words.line(1), b -> b.setCancelled(true));
    }

    /** Odoo tells the whole line again, whatever of it was changed. */
    private void change(Words words, int number, UnaryOperator<OdooOrderLine.Builder> change) {
        Timing timing = words.timing();
        OdooOrderLine.Builder line = OdooOrderLine.newBuilder(story.line(number));
        tell(
                timing,
                number,
                change.apply(line)
                        .setEnvelope(story.envelope(timing, null, List.of()))
                        .setVersion(version(timing))
                        .build());
    }

    private void tell(Timing timing, int number, OdooOrderLine line) {
        story.order(number, line);
        story.tellOfLine(timing, Catalogue.ORDER_LINES, number, line);
    }

    /** As the poll of Odoo counts: by when it was seen. */
    static long version(Timing timing) {
        return timing.known().getEpochSecond() * 1_000_000L + timing.known().getNano() / 1000;
    }
}
