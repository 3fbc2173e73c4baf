package io.milepost.state.line;

import io.milepost.events.CommandKind;
import io.milepost.events.MilestoneName;
import io.milepost.events.OdooCommand;
import io.milepost.state.LineKey;
import io.milepost.state.StableId;
import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.SchedulePart;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.Promises;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * What Odoo should be asked for, by everything that is known of a line. A command's id is made of
 * the line, the kind and the partner's fact, so only something new from the partner asks again, and
 * a human's later change in Odoo stands.
 */
final class CommandPlan {

    /** How Odoo writes a time over the wire: UTC, seconds. */
    private static final DateTimeFormatter ODOO_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final LineKey key;
    private final Knowledge knowledge;

    private CommandPlan(LineKey key, Knowledge knowledge) {
        this.key = key;
        this.knowledge = knowledge;
    }

    /** The commands, at most one of a kind. */
    static List<OdooCommand> of(LineKey key, Knowledge knowledge) {
        return new CommandPlan(key, knowledge).commands();
    }

    private List<OdooCommand> commands() {
        AcknowledgementFact newest = knowledge.acknowledgement();
        if (newest == null
                || knowledge.reached(MilestoneName.ORDERED) == null
                || knowledge.acknowledgedTooLate()) {
            return List.of();
        }
        List<OdooCommand> commands = new ArrayList<>(2);
        long date = Promises.earliest(knowledge);
        if (date != Times.NONE && knowledge.supplierMovedTheDate()) {
            commands.add(
                    command(
                            CommandKind.SET_LINE_DATE,
                            newest,
                            odooTime(date),
                            odooTime(knowledge.order().plannedAt()),
                            null));
        }
        String doubt = doubt();
        if (doubt != null) {
            commands.add(command(CommandKind.REVIEW_ACTIVITY, newest, null, null, doubt));
        }
        return commands;
    }

    /** What a person should look at; {@code null} when the supplier confirmed everything. */
    private String doubt() {
        BigDecimal confirmed = BigDecimal.ZERO;
        boolean open = false;
        for (AcknowledgementFact acknowledgement : knowledge.acknowledgements()) {
            for (SchedulePart part : acknowledgement.schedule()) {
                if (part.confirms()) {
                    confirmed = confirmed.add(part.quantity());
                } else {
                    open = true;
                }
            }
        }
        BigDecimal ordered = knowledge.order().quantity();
        if (!open && confirmed.compareTo(ordered) >= 0) {
            return null;
        }
        return "Supplier confirmed "
                + plain(confirmed)
                + " of "
                + plain(ordered)
                + " "
                + knowledge.order().unit()
                + (open ? "; parts are rejected, on hold or on back-order" : "");
    }

    private OdooCommand command(
            CommandKind kind, AcknowledgementFact cause, String value, String expect, String note) {
        String factId = cause.header().factId();
        return OdooCommand.newBuilder()
                .setCommandId(StableId.of(key.toString(), kind.name(), factId))
                .setLineKey(key.toString())
                .setKind(kind)
                .setOrderId(key.orderId())
                .setLineId(key.lineId())
                .setValue(value)
                .setExpect(expect)
                .setNote(note)
                .setFactIds(List.of(factId))
                .setKnownAt(Times.instant(cause.header().knownAt()))
                .build();
    }

    private static String odooTime(long time) {
        return ODOO_TIME.format(Times.instant(time));
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
