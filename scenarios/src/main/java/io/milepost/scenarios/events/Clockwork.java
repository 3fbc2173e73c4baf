package io.milepost.scenarios.events;

import io.milepost.scenarios.Action;
import io.milepost.scenarios.words.Vocabulary;
import io.milepost.scenarios.words.Words;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.util.Map;

/** Time, the feeds that carry it, and the rules that go by it. */
public final class Clockwork {

    private static final Map<String, Topic<?>> FEEDS =
            Map.of(
                    "orders", Catalogue.ORDER_LINES,
                    "receipts", Catalogue.RECEIPTS,
                    "bills", Catalogue.BILLS,
                    "suppliers", Catalogue.SUPPLIER_EVENTS,
                    "carriers", Catalogue.CARRIER_EVENTS);

    /** Expression of a feed, with one group. */
    public static final String FEED = "the feed of (" + String.join("|", FEEDS.keySet()) + ")";

    private final Chronicle story;

    private Clockwork(Chronicle story) {
        this.story = story;
    }

    /** Adds the sentences about time and rules. */
    public static void teach(Vocabulary vocabulary, Chronicle story) {
        Clockwork clockwork = new Clockwork(story);
        vocabulary
                .add("<time> begins", w -> story.add(new Action.ClockReaches(w.beginning(1))))
                .add("the last message comes again", w -> story.repeat(w.timing().arrives()))
                .add("it is <time>", w -> story.add(new Action.ClockReaches(w.moment(1))))
                .add("the company goes live on <time>", w -> story.goLive(w.beginning(1)))
                .add("the rule", w -> story.rules().add(story.rule(w.text())))
                .add("this rule is published", clockwork::publishes)
                .add(
                        FEED + " falls silent",
                        w ->
                                story.add(
                                        new Action.FallsSilent(
                                                w.timing().arrives(), feed(w.word(1)))))
                .add(
                        FEED + " speaks again",
                        w ->
                                story.add(
                                        new Action.SpeaksAgain(
                                                w.timing().arrives(), feed(w.word(1)))));
    }

    /** The topic of a feed by the word for it. */
    public static Topic<?> feed(String word) {
        return FEEDS.get(word);
    }

    private void publishes(Words words) {
        story.add(new Action.Published(words.timing().arrives(), story.rule(words.text())));
    }
}
