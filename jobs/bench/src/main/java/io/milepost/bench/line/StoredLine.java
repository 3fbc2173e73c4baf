package io.milepost.bench.line;

import io.milepost.state.LineKey;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.line.Line;
import io.milepost.state.line.LineFacts;
import io.milepost.state.line.LineState;
import io.milepost.state.line.Step;
import io.milepost.state.line.Window;
import io.milepost.state.sla.RuleBook;
import java.util.ArrayList;
import java.util.List;

/** A line that has a number of facts, and the event that comes next. */
final class StoredLine {

    private static final int ONE_BY_ONE = 64;

    private final LineKey key;
    private final RuleBook rules;
    private final Window window;
    private final StoredBytes bytes = new StoredBytes();
    private final Fact next;
    private final long clock;

    /**
     * @param number number of the line; the event that comes next is the kind of that number
     * @param facts how many facts it has
     * @param late whether the event belongs to the first half of the line's life
     */
    StoredLine(int number, int facts, boolean late, RuleBook rules, Window window) {
        this.key = new LineKey("main", "1", number, number);
        this.rules = rules;
        this.window = window;
        List<Kind> kinds = Kind.hundred();
        FactStory story = new FactStory(number, 10_000 + 50 * facts);
        List<Fact> known = new ArrayList<>();
        for (int i = 0; i < facts; i++) {
            known.add(story.next(kinds.get(Math.floorMod(number + i - facts, kinds.size()))));
        }
        Fact last = story.next(kinds.get(number % kinds.size()));
        this.next = late ? earlier(last, FactStory.knownAt(facts / 4) + 1) : last;
        this.clock = FactStory.knownAt(facts);
        live(known);
    }

    private static Fact earlier(Fact fact, long knownAt) {
        FactHeader header = fact.header();
        return fact.withHeader(
                new FactHeader(
                        header.identity(),
                        header.version(),
                        header.eventId(),
                        header.occurredAt(),
                        header.recordedAt(),
                        knownAt,
                        header.traceparent()));
    }

    /** Most facts at once, the last ones one by one, so that the window is where it would be. */
    private void live(List<Fact> known) {
        int atOnce = Math.max(0, known.size() - ONE_BY_ONE);
        LineState state = LineState.EMPTY;
        if (atOnce > 1) {
            LineState remembered =
                    new LineState(
                            null,
                            LineFacts.of(known.subList(0, atOnce - 1)),
                            state.unstored(),
                            rules.fingerprint(),
                            state.clock(),
                            state.milestones(),
                            state.statusDigest(),
                            state.episodes(),
                            state.commands(),
                            state.conflicts(),
                            state.nextInstant(),
                            state.overSince(),
                            state.dormantSince(),
                            state.tombstone(),
                            state.armed());
            state = step(remembered, known.get(atOnce - 1)).state();
            bytes.keep(state);
        }
        for (Fact fact : known.subList(atOnce, known.size())) {
            state = step(state, fact).state();
            bytes.keep(state);
        }
    }

    private Step step(LineState state, Fact fact) {
        return new Line(key, rules, bytes, window).apply(state, fact, fact.header().knownAt());
    }

    /** Takes the event in, from bytes to bytes, and forgets it. */
    Object takeInAndForget() {
        Step step = new Line(key, rules, bytes, window).apply(bytes.value(), next, clock);
        byte[] after = bytes.write(step.state());
        bytes.forget();
        return after.length == 0 ? after : step;
    }
}
