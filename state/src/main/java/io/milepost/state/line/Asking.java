package io.milepost.state.line;

import io.milepost.events.CommandKind;
import io.milepost.state.LineKey;
import io.milepost.state.StableId;
import io.milepost.state.Times;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.view.Reached;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names what is wished of Odoo about a line. A command's id is made of what it is about, the kind
 * and the partner's fact, so only something new from the partner asks again, and a human's later
 * change in Odoo stands.
 *
 * @param key the line
 */
record Asking(LineKey key) {

    /** The version of a fact at the end of its name, its number in the group. */
    private static final Pattern VERSION = Pattern.compile("@(-?[0-9]+)(?:/[^@]*)?$");

    /** How Odoo writes a time over the wire: UTC, seconds. */
    private static final DateTimeFormatter ODOO_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** Something about the line, because of a fact. */
    Wish line(CommandKind kind, FactHeader cause) {
        return line(kind, cause.factId(), cause.knownAt());
    }

    private Wish line(CommandKind kind, String factId, long knownAt) {
        return wish(kind, StableId.of(key.toString(), kind.name(), factId), factId, knownAt);
    }

    /**
     * A command that sets a value, because of a fact. Where a later document was taken back, that
     * is why the fact counts again, and what the later one had asked for has to be put right: a
     * command that was not asked for before.
     *
     * @param takenBack the document that was taken back last; {@code null} if none was
     */
    Wish set(CommandKind kind, String factId, long knownAt, Reached takenBack) {
        if (takenBack == null || takenBack.knownAt() <= knownAt) {
            return line(kind, factId, knownAt);
        }
        String id = StableId.of(key.toString(), kind.name(), factId, takenBack.factId());
        return new Wish(kind, id, key, List.of(factId, takenBack.factId()), takenBack.knownAt());
    }

    /**
     * A command about the order, because of a document: whichever of its lines asks, it is the same
     * command. A document is told of every line by an event of its own.
     */
    Wish order(CommandKind kind, FactHeader cause) {
        return wish(
                kind,
                StableId.of(order(), kind.name(), document(cause)),
                cause.factId(),
                cause.knownAt());
    }

    /**
     * A command that sets a value of the order, because of a document that counts, also again.
     *
     * @param takenBack the document that was taken back last; {@code null} if none was
     */
    Wish orderAgain(CommandKind kind, FactHeader cause, Reached takenBack) {
        if (takenBack == null || takenBack.knownAt() <= cause.knownAt()) {
            return order(kind, cause);
        }
        String id =
                StableId.of(order(), kind.name(), document(cause), document(takenBack.factId()));
        return new Wish(
                kind, id, key, List.of(cause.factId(), takenBack.factId()), takenBack.knownAt());
    }

    private String order() {
        return key.instance() + '/' + key.company() + '/' + key.orderId();
    }

    private static String document(FactHeader fact) {
        return fact.identity() + '@' + fact.version().number();
    }

    /** Without what tells the events of one document apart, which each line has its own of. */
    private static String document(String factId) {
        Matcher version = VERSION.matcher(factId);
        return version.find() ? factId.substring(0, version.end(1)) : factId;
    }

    /** Ends the activity of an earlier command. */
    Wish ending(String activity, FactHeader cause) {
        CommandKind kind = CommandKind.COMPLETE_ACTIVITY;
        return wish(
                kind,
                StableId.of(key.toString(), kind.name(), activity),
                cause.factId(),
                cause.knownAt());
    }

    private Wish wish(CommandKind kind, String id, String factId, long knownAt) {
        return new Wish(kind, id, key, List.of(factId), knownAt);
    }

    static String odooTime(long time) {
        return ODOO_TIME.format(Times.instant(time));
    }

    static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
