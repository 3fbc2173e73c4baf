package io.milepost.local.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.OdooCommand;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooResult;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.odoo.client.OdooException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what an Odoo holds in the end with what was to happen in it: every command has a result;
 * a line has the date that a person or an applied command gave it last, so that a date that a
 * supplier gave and that is not there is explained by a conflict or a refusal; each activity that
 * was asked for is there once; what was told of a line last is what Odoo has.
 */
final class OdooCheck {

    private static final int AT_ONCE = 500;
    private static final int SHOWN = 5;

    private final OdooStory story;
    private final Played played;
    private final Map<String, OdooCommand> commands = new HashMap<>();
    private final List<String> differences = new ArrayList<>();

    OdooCheck(OdooStory story, Played played) {
        this.story = story;
        this.played = played;
        played.commands().forEach(command -> commands.put(command.getCommandId(), command));
    }

    List<String> differences() throws OdooException, InterruptedException {
        answered();
        lines();
        activities();
        return List.copyOf(differences);
    }

    private void answered() {
        Set<String> missing = new HashSet<>(commands.keySet());
        played.results().forEach(result -> missing.remove(result.getCommandId()));
        if (!missing.isEmpty()) {
            differences.add(
                    "odoo.results: expected a result for each of the "
                            + commands.size()
                            + " commands but "
                            + missing.size()
                            + " have none");
        }
    }

    private record Dated(String date, long atMicros) {}

    private void lines() throws OdooException, InterruptedException {
        Map<String, OdooOrderLine> told = new HashMap<>();
        for (TimedEvent event : played.events()) {
            if (event.value() instanceof OdooOrderLine line) {
                told.merge(event.key(), line, (a, b) -> a.getVersion() >= b.getVersion() ? a : b);
            }
        }
        Map<String, Dated> dates = datesByCommands();
        Map<Long, String> stories = new HashMap<>();
        Map<String, Placement.Line> placed = story.placement().lines();
        placed.forEach((key, line) -> stories.put(line.id(), key));
        Map<String, People.DateWritten> people = story.people().dates();
        List<String> wrong = new ArrayList<>();
        for (JsonNode row : rows(new ArrayList<>(stories.keySet()))) {
            String name = stories.get(row.get("id").asLong());
            String key = placed.get(name).key(story.company());
            People.DateWritten person = people.get(name);
            Dated command = dates.get(key);
            boolean commanded = command != null && command.atMicros() > person.atMicros();
            same(
                    wrong,
                    key,
                    "date",
                    commanded ? command.date() : person.value(),
                    row,
                    "date_planned");
            OdooOrderLine last = told.get(key);
            if (last == null) {
                wrong.add("line " + key + ": expected it in odoo.order-lines but it is not");
            } else {
                same(wrong, key, "quantity", last.getQuantity(), row, "product_qty");
                same(wrong, key, "price", last.getUnitPrice(), row, "price_unit");
            }
        }
        wrong.stream().limit(SHOWN).forEach(differences::add);
        if (wrong.size() > SHOWN) {
            differences.add("and " + (wrong.size() - SHOWN) + " more of this kind");
        }
    }

    /** The date that a command gave each line last. */
    private Map<String, Dated> datesByCommands() {
        Map<String, Dated> dates = new HashMap<>();
        for (OdooResult result : played.results()) {
            boolean done =
                    result.getOutcome() == CommandOutcome.APPLIED
                            || result.getOutcome() == CommandOutcome.DUPLICATE;
            OdooCommand command = commands.get(result.getCommandId());
            if (done && command != null && command.getKind() == CommandKind.SET_LINE_DATE) {
                long at = Micros.of(result.getEnvelope().getRecordedAt());
                dates.merge(
                        result.getLineKey(),
                        new Dated(command.getValue(), at),
                        (a, b) -> b.atMicros() >= a.atMicros() ? b : a);
            }
        }
        return dates;
    }

    private List<JsonNode> rows(List<Long> ids) throws OdooException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            story.rpc()
                    .read(
                            "purchase.order.line",
                            ids.subList(from, Math.min(ids.size(), from + AT_ONCE)),
                            "date_planned",
                            "product_qty",
                            "price_unit")
                    .forEach(rows::add);
        }
        return rows;
    }

    private static void same(
            List<String> wrong,
            String key,
            String what,
            Object expected,
            JsonNode row,
            String field) {
        JsonNode found = row.get(field);
        boolean same =
                expected instanceof BigDecimal number
                        ? number.compareTo(found.decimalValue()) == 0
                        : expected.equals(found.asText());
        if (!same) {
            wrong.add(
                    "line %s in Odoo: expected the %s %s but found %s"
                            .formatted(key, what, expected, found.asText()));
        }
    }

    private void activities() throws OdooException, InterruptedException {
        Set<String> asked = new HashSet<>();
        for (OdooResult result : played.results()) {
            boolean asks =
                    result.getKind() == CommandKind.REVIEW_ACTIVITY
                            || result.getKind() == CommandKind.ASSIGN_ACTIVITY;
            if (asks && result.getOutcome() == CommandOutcome.APPLIED) {
                asked.add(result.getCommandId());
            } else if (result.getKind() == CommandKind.COMPLETE_ACTIVITY
                    && result.getOutcome() == CommandOutcome.APPLIED) {
                asked.remove(commands.get(result.getCommandId()).getRefersTo());
            }
        }
        Set<Long> orders = new HashSet<>();
        story.placement().lines().values().forEach(line -> orders.add(line.order().id()));
        int found =
                story.rpc()
                        .find(
                                "mail.activity",
                                List.of(
                                        List.of("res_model", "=", "purchase.order"),
                                        List.of("res_id", "in", List.copyOf(orders))),
                                "res_id")
                        .size();
        if (found != asked.size()) {
            differences.add(
                    "activities in Odoo: expected the %d that were asked for but found %d"
                            .formatted(asked.size(), found));
        }
    }
}
