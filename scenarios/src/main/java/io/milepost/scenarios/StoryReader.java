package io.milepost.scenarios;

import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleDocString;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import io.cucumber.messages.types.PickleTable;
import io.cucumber.messages.types.PickleTableCell;
import io.milepost.scenarios.checks.Looks;
import io.milepost.scenarios.events.Accounts;
import io.milepost.scenarios.events.Buyer;
import io.milepost.scenarios.events.Carrier;
import io.milepost.scenarios.events.Chronicle;
import io.milepost.scenarios.events.Clockwork;
import io.milepost.scenarios.events.Dispatch;
import io.milepost.scenarios.events.OdooItself;
import io.milepost.scenarios.events.Supplier;
import io.milepost.scenarios.events.Warehouse;
import io.milepost.scenarios.words.Vocabulary;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a story of a scenario, sentence by sentence. */
final class StoryReader {

    private final Chronicle story;
    private final Vocabulary vocabulary = new Vocabulary();

    private StoryReader(String company) {
        story = new Chronicle(company);
        Clockwork.teach(vocabulary, story);
        Buyer.teach(vocabulary, story);
        Dispatch.teach(vocabulary, story);
        Supplier.teach(vocabulary, story);
        Carrier.teach(vocabulary, story);
        Warehouse.teach(vocabulary, story);
        Accounts.teach(vocabulary, story);
        OdooItself.teach(vocabulary, story);
        Looks.teach(vocabulary, story);
    }

    static Story read(String feature, String company, Pickle scenario) {
        StoryReader reader = new StoryReader(company);
        for (PickleStep step : scenario.getSteps()) {
            try {
                reader.say(step);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        "%s.feature, %s: \"%s\": %s"
                                .formatted(
                                        feature,
                                        scenario.getName(),
                                        step.getText(),
                                        e.getMessage()),
                        e);
            }
        }
        return new Story(
                feature,
                scenario.getName(),
                company,
                reader.story.rules(),
                reader.story.ruleTexts(),
                reader.story.goLive(),
                reader.story.actions(),
                leftOut(scenario));
    }

    private void say(PickleStep step) {
        Optional<PickleStepArgument> below = step.getArgument();
        vocabulary.say(
                step.getText(),
                below.flatMap(PickleStepArgument::getDataTable)
                        .map(StoryReader::cells)
                        .orElse(null),
                below.flatMap(PickleStepArgument::getDocString)
                        .map(PickleDocString::getContent)
                        .orElse(null));
    }

    private static List<List<String>> cells(PickleTable table) {
        return table.getRows().stream()
                .map(row -> row.getCells().stream().map(PickleTableCell::getValue).toList())
                .toList();
    }

    private static Set<LeftOut> leftOut(Pickle scenario) {
        Set<LeftOut> reasons = EnumSet.noneOf(LeftOut.class);
        scenario.getTags()
                .forEach(
                        tag ->
                                reasons.add(
                                        LeftOut.of(tag.getName())
                                                .orElseThrow(
                                                        () ->
                                                                new IllegalArgumentException(
                                                                        "unknown tag "
                                                                                + tag.getName()))));
        return reasons;
    }
}
