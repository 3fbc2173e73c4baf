package io.milepost.scenarios.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CommandKind;
import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneChange;
import io.milepost.events.MilestoneName;
import io.milepost.events.OdooCommand;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** What the texts ask of a replay. */
public final class Replays {

    /**
     * These are asked for once Odoo is known to have a receipt, which another feed tells: how many
     * of a partner's words came before that is up to the feeds, so only the last request counts.
     */
    private static final Set<CommandKind> OF_AN_OPEN_RECEIPT =
            EnumSet.of(CommandKind.SET_RECEIPT_TRACKING, CommandKind.SET_RECEIPT_DATE);

    private Replays() {}

    /** The same story at full speed ends the same: milestones, alerts with their ids, requests. */
    public static Expectation same() {
        return (sentence, heard) -> {
            Heard ended = heard.ended();
            Heard replay = heard.replayed();
            Final expected = Final.of(ended);
            Final found = Final.of(replay);
            assertThat(milestones(found)).as(sentence).isEqualTo(milestones(expected));
            assertThat(Alerts.summaries(replay)).as(sentence).isEqualTo(Alerts.summaries(ended));
            assertThat(commands(replay)).as(sentence).isEqualTo(commands(ended));
            assertThat(ofOpenReceipts(replay, found))
                    .as(sentence)
                    .isEqualTo(ofOpenReceipts(ended, expected));
            assertThat(found.refusals()).as(sentence).isEqualTo(expected.refusals());
            assertThat(statuses(found)).as(sentence).isEqualTo(statuses(expected));
        };
    }

    /** All but whether it was reached or revised: a reader of the end cannot tell. */
    private static Map<String, LineMilestone> milestones(Final view) {
        Map<String, LineMilestone> milestones = new TreeMap<>();
        view.milestones()
                .forEach(
                        (key, milestone) ->
                                milestones.put(
                                        key,
                                        LineMilestone.newBuilder(milestone)
                                                .setChange(MilestoneChange.REACHED)
                                                .build()));
        return milestones;
    }

    /** Of a request about the whole order, which all its lines make, that of the first line. */
    private static Map<String, OdooCommand> commands(Heard heard) {
        Map<String, OdooCommand> commands = new TreeMap<>();
        heard.all(OdooCommand.class)
                .filter(command -> !OF_AN_OPEN_RECEIPT.contains(command.getKind()))
                .forEach(
                        command ->
                                commands.merge(
                                        command.getCommandId(),
                                        command,
                                        BinaryOperator.minBy(
                                                Comparator.comparing(OdooCommand::getLineKey))));
        return commands;
    }

    /** The last request of a kind about each line whose goods are not in yet. */
    private static Map<String, OdooCommand> ofOpenReceipts(Heard heard, Final view) {
        Map<String, OdooCommand> last = new TreeMap<>();
        heard.all(OdooCommand.class)
                .filter(command -> OF_AN_OPEN_RECEIPT.contains(command.getKind()))
                .forEach(command -> last.put(command.getLineKey() + command.getKind(), command));
        last.values().removeIf(command -> isOver(command.getLineKey(), view));
        return last;
    }

    private static boolean isOver(String lineKey, Final view) {
        return Stream.of(MilestoneName.RECEIVED, MilestoneName.CLOSED)
                .anyMatch(name -> view.milestones().containsKey(lineKey + "/" + name + "/ACTUAL"));
    }

    /** All but the time at which it was decided. */
    private static Map<String, LineStatus> statuses(Final view) {
        Map<String, LineStatus> statuses = new TreeMap<>();
        view.statuses()
                .forEach(
                        (key, status) ->
                                statuses.put(
                                        key, LineStatus.newBuilder(status).setClock(null).build()));
        return statuses;
    }
}
