package io.milepost.e2e.scenarios;

import io.milepost.e2e.stack.Feeder;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.SlaPolicy;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.PolicyPublisher;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.views.Conservation;
import io.milepost.scenarios.Action;
import io.milepost.scenarios.OdooDesk;
import io.milepost.scenarios.Story;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/**
 * All stories told to one job, which is what it lives with: their events in the order of time, and
 * heartbeats where a text speaks of the clock. What a text looks at is what the outputs hold when
 * they are complete up to that time.
 */
final class AllAtOnce implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<Story> stories;
    private final EmbeddedRun run;
    private final Feeder feeder;
    private final Recorder recorder;
    private final Map<Action, Integer> heard = new IdentityHashMap<>();
    private final Map<Story, OdooDesk> desks = new IdentityHashMap<>();
    private final Map<Story, AssertionError> unasked = new IdentityHashMap<>();
    private final Set<Topic<?>> silent = new HashSet<>();
    private long policies;
    private long results;
    private long facts;

    private AllAtOnce(List<Story> stories, EmbeddedRun run, long policies) {
        this.stories = stories;
        this.run = run;
        this.policies = policies;
        this.feeder = new Feeder(run);
        this.recorder = new Recorder(run);
        stories.forEach(story -> recorder.about(story.company()));
        stories.forEach(story -> desks.put(story, new OdooDesk()));
    }

    /** As it happened: the clock goes with it, rules are published when they were. */
    static AllAtOnce live(EmbeddedStack stack, List<Story> stories) throws Exception {
        List<SlaPolicy> rules = stories.stream().flatMap(s -> s.rules().stream()).toList();
        AllAtOnce all = on(stack, "scenarios.", stories, rules);
        all.tell();
        return all;
    }

    /** At full speed: everything is told before the clock moves, once, to the end. */
    static AllAtOnce replayed(EmbeddedStack stack, List<Story> stories) throws Exception {
        List<SlaPolicy> rules = stories.stream().flatMap(s -> s.allRules().stream()).toList();
        AllAtOnce all = on(stack, "scenarios-replay.", stories, rules);
        all.replay();
        return all;
    }

    private static AllAtOnce on(
            EmbeddedStack stack, String prefix, List<Story> stories, List<SlaPolicy> rules)
            throws IOException, InterruptedException {
        List<String> goLive = new ArrayList<>();
        stories.forEach(s -> s.goLive().ifPresent(at -> goLive.add(s.company() + "=" + at)));
        List<String> arguments =
                new ArrayList<>(List.of("--feed-silence=4 s", "--split-partners=*"));
        if (!goLive.isEmpty()) {
            arguments.add("--go-live=" + String.join(",", goLive));
        }
        RunOptions options =
                RunOptions.defaults()
                        .withTopicPrefix(prefix)
                        .withCheckpointInterval(Duration.ofMillis(250))
                        .withJobArguments(arguments.toArray(String[]::new));
        return new AllAtOnce(stories, EmbeddedRun.on(stack, options, rules), rules.size());
    }

    /** How many records about a story's company were there when its text looked. */
    int heardAt(Action.Look look) {
        return heard.get(look);
    }

    /** Fails where Odoo was to answer what it had not been asked for. */
    void requireAsked(Story story) {
        if (unasked.containsKey(story)) {
            throw unasked.get(story);
        }
    }

    /** Everything that was said of a story's company. */
    List<SpecificRecord> about(Story story) {
        return List.copyOf(recorder.about(story.company()));
    }

    EmbeddedRun run() {
        return run;
    }

    long facts() {
        return facts;
    }

    long policies() {
        return policies;
    }

    private Instant end() {
        return stories.stream()
                .map(story -> story.actions().get(story.actions().size() - 1).at())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private void tell() throws Exception {
        Map<Story, Deque<Action>> open = new LinkedHashMap<>();
        Set<Instant> moments = new TreeSet<>();
        for (Story story : stories) {
            open.put(story, new ArrayDeque<>(story.actions()));
            story.actions().forEach(action -> moments.add(action.at()));
        }
        for (Instant moment : moments) {
            boolean more = true;
            while (more) {
                more = false;
                for (Deque<Action> actions : open.values()) {
                    more |= tellUntilTheClock(actions, moment);
                }
                Map<Action, Story> looks = new IdentityHashMap<>();
                boolean clock = false;
                for (Map.Entry<Story, Deque<Action>> each : open.entrySet()) {
                    clock |= takeClock(each.getKey(), each.getValue(), moment, looks);
                }
                if (clock) {
                    feeder.heartbeats(moment, this::speaks);
                    look(moment, looks);
                    answer(looks);
                }
                more |= clock;
            }
        }
        recorder.catchUp();
    }

    /** Tells what a story has for a moment, up to where its text speaks of the clock. */
    private boolean tellUntilTheClock(Deque<Action> actions, Instant moment) throws Exception {
        boolean told = false;
        while (!actions.isEmpty()
                && actions.peek().at().equals(moment)
                && !isClock(actions.peek())) {
            tell(actions.remove());
            told = true;
        }
        return told;
    }

    private static boolean isClock(Action action) {
        return action instanceof Action.Look
                || action instanceof Action.ClockReaches
                || action instanceof Action.OdooAnswers;
    }

    private static boolean takeClock(
            Story story, Deque<Action> actions, Instant moment, Map<Action, Story> looks) {
        boolean clock = false;
        while (!actions.isEmpty()
                && actions.peek().at().equals(moment)
                && isClock(actions.peek())) {
            clock = true;
            Action action = actions.remove();
            if (!(action instanceof Action.ClockReaches)) {
                looks.put(action, story);
            }
            if (action instanceof Action.OdooAnswers) {
                break;
            }
        }
        return clock;
    }

    private void tell(Action action) throws Exception {
        if (action instanceof Action.Arrives event) {
            send(event);
        } else if (action instanceof Action.Published published) {
            publish(published.policy());
        } else if (action instanceof Action.FallsSilent feed) {
            silent.add(feed.feed());
        } else if (action instanceof Action.SpeaksAgain feed) {
            silent.remove(feed.feed());
        }
    }

    private void send(Action.Arrives event) throws IOException {
        long at = Micros.of(event.at());
        feeder.send(new TimedEvent(event.topic(), event.key(), event.event(), null, at, at));
        facts++;
    }

    /** The stream of policies does not hold the clock: this waits until the job has taken it in. */
    private void publish(SlaPolicy policy) throws IOException, InterruptedException {
        PolicyPublisher.publish(run.kafka(), run.registry(), List.of(policy));
        policies++;
        awaitRecords(Catalogue.POLICIES, policies, "policies");
    }

    private void awaitRecords(Topic<?> of, long count, String what) throws InterruptedException {
        String topic = run.kafka().topic(of);
        run.views()
                .awaitCondition(
                        count + " " + what + " to be taken in",
                        PATIENCE,
                        () ->
                                run.views()
                                                .accounts()
                                                .getOrDefault(topic, Conservation.NONE)
                                                .recordsIn()
                                        >= count);
    }

    private boolean speaks(String feed) {
        return silent.stream().noneMatch(topic -> feed.startsWith(topic.name() + "/"));
    }

    private void look(Instant moment, Map<Action, Story> looks) throws Exception {
        if (looks.isEmpty()) {
            return;
        }
        if (silent.isEmpty()) {
            run.views().awaitClock(Micros.of(moment), PATIENCE);
        } else {
            awaitSilence();
        }
        recorder.catchUp();
        looks.forEach((look, story) -> heard.put(look, recorder.about(story.company()).size()));
    }

    /** Results do not hold the clock either: this waits until the job has taken them in. */
    private void answer(Map<Action, Story> looks) throws Exception {
        long before = results;
        for (Map.Entry<Action, Story> each : looks.entrySet()) {
            if (each.getKey() instanceof Action.OdooAnswers answers) {
                Story story = each.getValue();
                try {
                    for (Action.Arrives result : desks.get(story).answer(answers, about(story))) {
                        send(result);
                        results++;
                    }
                } catch (AssertionError e) {
                    unasked.put(story, e);
                }
            }
        }
        if (results > before) {
            awaitRecords(Catalogue.RESULTS, results, "answers");
        }
    }

    /** While a feed is silent the outputs are never complete; that it is reported is the sign. */
    private void awaitSilence() throws InterruptedException {
        for (Topic<?> topic : silent) {
            run.views()
                    .awaitFeedAlert(
                            topic.name() + " to be reported silent",
                            PATIENCE,
                            alert ->
                                    alert.getFeed().contains(topic.name())
                                            && alert.getStatus() == EpisodeStatus.OPEN);
        }
    }

    private void replay() throws Exception {
        List<Action.Arrives> events = new ArrayList<>();
        for (Story story : stories) {
            for (Action action : story.actions()) {
                if (action instanceof Action.Arrives event) {
                    events.add(event);
                }
            }
        }
        for (Action.Arrives event : events) {
            send(event);
        }
        feeder.heartbeats(end());
        run.views().awaitClock(Micros.of(end()), PATIENCE);
        recorder.catchUp();
    }

    @Override
    public void close() throws IOException {
        try (run;
                feeder) {
            recorder.close();
        }
    }
}
