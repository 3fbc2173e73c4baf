package io.milepost.scenarios;

import io.milepost.events.OdooCommand;
import io.milepost.events.OdooResult;
import io.milepost.schemas.Catalogue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** The Odoo of one performance of a story: remembers what it has answered. */
public final class OdooDesk {

    private final Set<String> answered = new HashSet<>();

    /**
     * What Odoo answers, as it arrives.
     *
     * @param out every record that has come out about the story, in order
     */
    public List<Action.Arrives> answer(Action.OdooAnswers answers, List<SpecificRecord> out) {
        Map<String, OdooCommand> asked = new LinkedHashMap<>();
        for (SpecificRecord record : out) {
            if (record instanceof OdooCommand command) {
                asked.put(command.getCommandId(), command);
            }
        }
        List<OdooResult> results =
                answers.answers().to(List.copyOf(asked.values()), Set.copyOf(answered));
        if (results.isEmpty()) {
            throw new AssertionError(
                    answers.sentence() + ": expected something to answer but nothing was asked");
        }
        results.forEach(result -> answered.add(result.getCommandId()));
        return results.stream()
                .map(
                        result ->
                                new Action.Arrives(
                                        answers.at(),
                                        Catalogue.RESULTS,
                                        result.getLineKey(),
                                        result))
                .toList();
    }
}
