package io.milepost.scenarios.events;

import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OdooReceipt;
import io.milepost.scenarios.words.Quantity;
import io.milepost.scenarios.words.Timing;
import io.milepost.scenarios.words.Vocabulary;
import io.milepost.scenarios.words.Words;
import io.milepost.schemas.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the warehouse posts in Odoo: receipts, their reversals, returns. */
public final class Warehouse {

    private final Chronicle story;
    private final Map<String, OdooReceipt> moves = new HashMap<>();
    private long move;

    private Warehouse(Chronicle story) {
        this.story = story;
    }

    /** Adds the warehouse's sentences. */
    public static void teach(Vocabulary vocabulary, Chronicle story) {
        Warehouse warehouse = new Warehouse(story);
        vocabulary
                .add(
                        "<quantity> (?:are|is) received<line>(?: as <name>)?",
                        w -> warehouse.moves(w, MoveDirection.INBOUND))
                .add(
                        "<quantity> (?:are|is) returned<line>(?: as <name>)?",
                        w -> warehouse.moves(w, MoveDirection.RETURN))
                .add("the warehouse plans to receive <quantity><line> on <time>", warehouse::plans)
                .add("receipt <name> is reversed", warehouse::reverses)
                .add("receipt <name> is corrected to <quantity>", warehouse::corrects);
    }

    private void moves(Words words, MoveDirection direction) {
        int line = words.line(2);
        tell(
                words.timing(),
                line,
                words.word(3),
                posted(words.timing(), line, words.quantity(1), direction));
    }

    private void plans(Words words) {
        int line = words.line(2);
        OdooReceipt planned =
                OdooReceipt.newBuilder(
                                posted(
                                        words.timing(),
                                        line,
                                        words.quantity(1),
                                        MoveDirection.INBOUND))
                        .setState(MoveState.PLANNED)
                        .setPlannedAt(words.moment(3))
                        .build();
        tell(words.timing(), line, null, planned);
    }

    private void reverses(Words words) {
        OdooReceipt first = moves.get(words.word(1));
        int line = lineOf(first);
        Quantity quantity = new Quantity(first.getQuantity(), first.getUnit());
        tell(
                words.timing(),
                line,
                null,
                posted(words.timing(), line, quantity.negated(), first.getDirection()));
    }

    /** The same move, told again; the goods came when they came. */
    private void corrects(Words words) {
        OdooReceipt first = moves.get(words.word(1));
        Timing now = words.timing();
        Timing then =
                new Timing(
                        first.getEnvelope().getOccurredAt(),
                        now.recorded(),
                        now.known(),
                        now.arrives());
        OdooReceipt again =
                OdooReceipt.newBuilder(first)
                        .setEnvelope(story.envelope(then, null, List.of()))
                        .setVersion(first.getVersion() + 1)
                        .setQuantity(words.quantity(2).amount())
                        .build();
        tell(now, lineOf(first), words.word(1), again);
    }

    private OdooReceipt posted(
            Timing timing, int line, Quantity quantity, MoveDirection direction) {
        return OdooReceipt.newBuilder()
                .setEnvelope(story.envelope(timing, null, List.of()))
                .setVersion(1)
                .setMoveId(++move)
                .setOrderId(Chronicle.ORDER)
                .setLineId(Chronicle.lineId(line))
                .setDirection(direction)
                .setState(MoveState.DONE)
                .setQuantity(quantity.amount())
                .setUnit(quantity.unitOr(story.unitOf(line)))
                .build();
    }

    private void tell(Timing timing, int line, String name, OdooReceipt receipt) {
        if (name != null) {
            moves.put(name, receipt);
        }
        story.tellOfLine(timing, Catalogue.RECEIPTS, line, receipt);
    }

    private static int lineOf(OdooReceipt receipt) {
        return (int) (receipt.getLineId() - Chronicle.lineId(0));
    }
}
