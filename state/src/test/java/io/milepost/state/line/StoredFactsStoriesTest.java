package io.milepost.state.line;

import static io.milepost.state.Said.bill;
import static io.milepost.state.Said.invoice;
import static io.milepost.state.Said.order;
import static io.milepost.state.Said.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MatchKind;
import io.milepost.events.MilestoneName;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.Limit;
import io.milepost.state.sla.MatchPolicy;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.view.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long line reads its stored facts when they are needed, and at no other time. */
class StoredFactsStoriesTest {

    private static final MatchPolicy EXACT =
            new MatchPolicy(MatchKind.TWO_WAY, Limit.EXACT, Limit.EXACT, false);
    private static final RuleBook RULES =
            RuleBook.of(List.of(Rules.match(MilestoneName.ORDERED, EXACT)));

    private final Counted archive = new Counted();
    private LineState state = LineState.EMPTY;

    @Test
    void whatFollowsInTheNormalCourseReadsNoneOfThem() {
        say(
                order(10, "2026-03-01"),
                receipt(1, 4).known("2026-02-10"),
                invoice("I1", 4, 5).happened("2026-02-11").known("2026-02-11"));
        assertThat(state.settled()).isNotNull();
        archive.readings = 0;

        say(
                bill(7, "I1", 4, 5, Times.NONE).happened("2026-02-11").known("2026-02-12"),
                receipt(2, 6).known("2026-02-13"),
                invoice("I2", 6, 5).known("2026-02-14"));

        assertThat(archive.readings).isZero();
    }

    @Test
    void whatIsTakenBackReadsAllOfThemOnce() {
        say(
                order(10, "2026-03-01"),
                receipt(1, 4).known("2026-02-10"),
                receipt(2, 6).known("2026-02-11"));
        archive.readings = 0;

        say(receipt(1, 5).version(2).happened("2026-02-10").known("2026-02-12"));
        int once = archive.readings;
        assertThat(once).isPositive();

        say(receipt(3, 1).known("2026-02-13"));
        assertThat(archive.readings).as("the next fact needs them no more").isEqualTo(once);
    }

    private void say(Said... said) {
        Line line = new Line(Steps.KEY, RULES, archive, new Window(1, 1));
        for (Said one : said) {
            state = line.apply(state, one.fact(), Times.NONE).state();
        }
    }

    /** Counts how often everything is read. */
    private static final class Counted implements FactArchive {

        private final FactArchive entries = FactArchive.inMemory();
        private int readings;

        @Override
        public Standing get(String name) {
            return entries.get(name);
        }

        @Override
        public void put(String name, Standing entry) {
            entries.put(name, entry);
        }

        @Override
        public Iterable<Standing> all() {
            readings++;
            return entries.all();
        }

        @Override
        public void clear() {
            entries.clear();
        }

        @Override
        public void putOver(String id, Episode episode) {
            entries.putOver(id, episode);
        }

        @Override
        public Iterable<Episode> over() {
            readings++;
            return entries.over();
        }

        @Override
        public void clearOver() {
            entries.clearOver();
        }
    }
}
