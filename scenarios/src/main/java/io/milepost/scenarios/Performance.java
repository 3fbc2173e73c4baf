package io.milepost.scenarios;

import io.milepost.scenarios.checks.Heard;
import io.milepost.scenarios.checks.Replays;
import io.milepost.schemas.Topic;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Plays a story on a stage of its own and looks where the text says "Then". */
public final class Performance {

    private final Story story;
    private final Opening opening;

    /** Makes a stage on which the rules of a story hold and nothing has happened. */
    public interface Opening {

        /** The stage; whoever asked for it closes it. */
        Stage open(Story story) throws Exception;
    }

    /** A performance of a story on stages of one kind. */
    public Performance(Story story, Opening opening) {
        this.story = story;
        this.opening = opening;
    }

    /**
     * Plays it.
     *
     * @throws AssertionError if something came out that the text does not say, or did not come out;
     *     the message has the sentence
     */
    public void play() throws Exception {
        Set<Topic<?>> silent = new HashSet<>();
        OdooDesk odoo = new OdooDesk();
        int heard = 0;
        try (Stage stage = opening.open(story)) {
            for (Action action : story.actions()) {
                if (action instanceof Action.Look look) {
                    moveClock(stage, look.at(), silent);
                    List<SpecificRecord> out = stage.out();
                    look.expectation().verify(look.sentence(), heardBy(out, heard));
                    heard = out.size();
                } else {
                    play(action, stage, silent, odoo);
                }
            }
        }
    }

    /**
     * Plays it without looking, and again at full speed.
     *
     * @throws AssertionError if the two do not end the same
     */
    public void replay() throws Exception {
        Set<Topic<?>> silent = new HashSet<>();
        OdooDesk odoo = new OdooDesk();
        try (Stage stage = opening.open(story)) {
            for (Action action : story.actions()) {
                play(action, stage, silent, odoo);
            }
            Replays.same().verify(story.title(), heardBy(stage.out(), 0));
        }
    }

    private Heard heardBy(List<SpecificRecord> out, int before) {
        List<SpecificRecord> now = List.copyOf(out);
        return new Heard(now, before, () -> now, this::replayed);
    }

    private static void play(Action action, Stage stage, Set<Topic<?>> silent, OdooDesk odoo)
            throws Exception {
        if (action instanceof Action.Arrives event) {
            stage.take(event);
        } else if (action instanceof Action.Published published) {
            stage.publish(published.policy());
        } else if (action instanceof Action.OdooAnswers answers) {
            moveClock(stage, answers.at(), silent);
            for (Action.Arrives result : odoo.answer(answers, List.copyOf(stage.out()))) {
                stage.take(result);
            }
        } else if (action instanceof Action.FallsSilent feed) {
            silent.add(feed.feed());
        } else if (action instanceof Action.SpeaksAgain feed) {
            silent.remove(feed.feed());
        } else {
            moveClock(stage, action.at(), silent);
        }
    }

    /** The clock is the lowest promise: while one feed is silent it stands. */
    private static void moveClock(Stage stage, Instant time, Set<Topic<?>> silent)
            throws Exception {
        if (silent.isEmpty()) {
            stage.clock(time);
        }
    }

    /** The same events at full speed: the clock moves once, when everything has arrived. */
    private List<SpecificRecord> replayed() {
        try (Stage stage = opening.open(story)) {
            for (Action action : story.actions()) {
                if (action instanceof Action.Arrives event) {
                    stage.take(event);
                } else if (action instanceof Action.Published published) {
                    stage.publish(published.policy());
                }
            }
            stage.clock(story.actions().get(story.actions().size() - 1).at());
            return List.copyOf(stage.out());
        } catch (Exception e) {
            throw new IllegalStateException(story.title() + ": cannot be replayed", e);
        }
    }
}
