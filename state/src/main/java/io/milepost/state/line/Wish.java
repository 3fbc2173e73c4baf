package io.milepost.state.line;

import io.milepost.events.CommandKind;
import io.milepost.events.OdooCommand;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something that Odoo should be asked for. Every event about a line finds the same wishes again, so
 * the words of the command are made only when it has to be asked for.
 *
 * @param kind the kind of command
 * @param commandId its id
 * @param key the line
 * @param factIds the facts that it comes from, at least one
 * @param knownAt when the last of them was known, microseconds
 * @param words puts in what the kind needs
 */
record Wish(
        CommandKind kind,
        String commandId,
        LineKey key,
        List<String> factIds,
        long knownAt,
        Consumer<OdooCommand.Builder> words) {

    private static final Consumer<OdooCommand.Builder> NO_WORDS = command -> {};

    /** One that needs no words. */
    Wish(CommandKind kind, String commandId, LineKey key, List<String> factIds, long knownAt) {
        this(kind, commandId, key, factIds, knownAt, NO_WORDS);
    }

    /** The same with these words. */
    Wish saying(Consumer<OdooCommand.Builder> these) {
        return new Wish(kind, commandId, key, factIds, knownAt, these);
    }

    /** Whether it is about a receipt that Odoo has to have first. */
    boolean isAboutReceipt() {
        return kind == CommandKind.SET_RECEIPT_TRACKING || kind == CommandKind.SET_RECEIPT_DATE;
    }

    /** The command in full. */
    OdooCommand command() {
        OdooCommand.Builder command =
                OdooCommand.newBuilder()
                        .setCommandId(commandId)
                        .setLineKey(key.toString())
                        .setKind(kind)
                        .setOrderId(key.orderId())
                        .setLineId(key.lineId())
                        .setFactIds(factIds)
                        .setKnownAt(Times.instant(knownAt));
        words.accept(command);
        return command.build();
    }
}
