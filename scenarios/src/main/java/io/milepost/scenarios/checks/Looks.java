package io.milepost.scenarios.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.scenarios.Action;
import io.milepost.scenarios.events.Chronicle;
import io.milepost.scenarios.events.Clockwork;
import io.milepost.scenarios.words.Vocabulary;
import io.milepost.scenarios.words.Words;
import java.util.function.Consumer;
import java.util.function.Function;

/** The sentences after "Then". */
public final class Looks {

    private final Chronicle story;

    private Looks(Chronicle story) {
        this.story = story;
    }

    /** Adds the sentences. */
    public static void teach(Vocabulary vocabulary, Chronicle story) {
        Looks looks = new Looks(story);
        vocabulary
                .add(
                        "(?:the line|line (\\d+)) has reached ([a-z, ]+)",
                        looks.at(w -> Milestones.reached(w, looks.lineKey(w.line(1)))))
                .add(
                        "([a-z ]+?)<line> is (dated|planned for|expected on) <time>",
                        looks.at(w -> Milestones.dated(w, looks.lineKey(w.line(2)))))
                .add(
                        "(?:the line|line (\\d+)) shows",
                        looks.at(w -> Milestones.shows(w, looks.lineKey(w.line(1)))))
                .add("there is no alert", looks.at(w -> Alerts.none()))
                .add("(?:these are the alerts|this is the alert)", looks.at(Alerts::exactly))
                .add("nobody is notified", looks.at(w -> Alerts.nobodyNotified()))
                .add(Clockwork.FEED + " is reported as silent", looks.at(Alerts::silent))
                .add("nothing is told", looks.at(w -> nothingTold()))
                .add("Odoo is asked for nothing", looks.at(w -> Requests.none()))
                .add("Odoo is asked for", looks.at(Requests::exactly))
                .add("Odoo is asked for nothing more", looks.at(w -> Requests.noneMore()))
                .add("Odoo is also asked for", looks.at(Requests::more))
                .add("nothing is refused", looks.at(w -> Requests.nothingRefused()))
                .add("what is refused is ([a-z, ]+)", looks.at(Requests::refused))
                .add(
                        "a replay at full speed ends the same, ids included",
                        looks.at(w -> Replays.same()));
    }

    private static Expectation nothingTold() {
        return (sentence, heard) -> assertThat(heard.since()).as(sentence).isEmpty();
    }

    private String lineKey(int number) {
        return Chronicle.lineKey(story.company(), number);
    }

    private Consumer<Words> at(Function<Words, Expectation> expectation) {
        return words ->
                story.add(new Action.Look(story.now(), words.sentence(), expectation.apply(words)));
    }
}
