package io.milepost.odoo.updates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is sent as one command: a command and those that were merged into it.
 *
 * @param last the command whose value is written
 * @param merged those before it on the same target, in order; they share its outcome
 * @param json the command as it is sent, without sequence
 */
record BatchEntry(SequencedCommand last, List<SequencedCommand> merged, ObjectNode json) {

    private static final String SKIP = "SKIP";

    /** A command by itself; one that lacks something is sent to be passed over. */
    static BatchEntry of(SequencedCommand command) {
        return CommandCheck.problem(command.command())
                .map(problem -> passedOver(command, problem))
                .orElseGet(
                        () ->
                                new BatchEntry(
                                        command, List.of(), CommandJson.of(command.command())));
    }

    /** A command that is not tried: the ledger passes it and keeps the words. */
    static BatchEntry passedOver(SequencedCommand command, String words) {
        ObjectNode json = CommandJson.of(command.command()).retain("id");
        json.put("kind", SKIP).put("note", words);
        return new BatchEntry(command, List.of(), json);
    }

    /** Whether Odoo is asked to do it. */
    boolean isTried() {
        return !json.path("kind").asText().equals(SKIP);
    }

    /** The entry as it is sent. */
    ObjectNode sent() {
        ObjectNode sent = json.deepCopy();
        sent.put("seq", Long.toString(last.sequence()));
        if (!merged.isEmpty()) {
            ArrayNode also = sent.putArray("also");
            merged.forEach(
                    each ->
                            also.addObject()
                                    .put("seq", Long.toString(each.sequence()))
                                    .put("id", each.command().getCommandId()));
        }
        return sent;
    }
}
