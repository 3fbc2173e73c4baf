package io.milepost.state.view;

import io.milepost.state.Times;
import io.milepost.state.codec.FactCodec;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.ReceiptFact;
import io.milepost.state.fact.ShipNoticeFact;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of goods that are still to come: the newest ship notice in force, the days on which
 * anybody expected them, and when Odoo plans to receive them.
 */
final class ArrivalStory {

    private ShipNoticeFact notice;
    private final Map<LocalDate, Integer> expectedDays = new TreeMap<>();
    private final Map<String, Long> planned = new TreeMap<>();
    private long plannedSince = Times.NONE;

    /** Takes in any version, the current one or not. */
    void hear(Fact fact) {
        // What a ship notice expected counts for ever: Odoo may have been asked for it meanwhile.
        if (fact instanceof ShipNoticeFact said && !said.cancelled()) {
            expect(said.estimatedArrivalAt(), 1);
        }
    }

    /**
     * Takes in a current version in place of the one before.
     *
     * @param before the version before; {@code null} if there was none
     * @return false if the newest ship notice has to be looked for anew
     */
    boolean replace(Fact before, Fact after) {
        if (after instanceof CarrierFact status) {
            if (before instanceof CarrierFact known) {
                expect(known.estimatedDeliveryTime(), -1);
            }
            expect(status.estimatedDeliveryTime(), 1);
        } else if (after instanceof ReceiptFact move) {
            planned.remove(move.header().identity());
            plannedSince = Math.max(plannedSince, move.header().knownAt());
            if (move.expected() && move.plannedAt() != Times.NONE) {
                planned.put(move.header().identity(), move.plannedAt());
            }
        } else if (after instanceof ShipNoticeFact said) {
            return replace(said);
        }
        return true;
    }

    private boolean replace(ShipNoticeFact said) {
        if (!said.cancelled()) {
            notice = notice == null || Fact.BY_VERSION.compare(said, notice) > 0 ? said : notice;
            return true;
        }
        boolean isTakenBack =
                notice != null && notice.header().identity().equals(said.header().identity());
        if (isTakenBack) {
            notice = null;
        }
        return !isTakenBack;
    }

    private void expect(long time, int more) {
        if (time != Times.NONE) {
            expectedDays.merge(Times.day(time), more, ArrivalStory::sumOrNothing);
        }
    }

    private static Integer sumOrNothing(int count, int more) {
        return count + more == 0 ? null : Integer.valueOf(count + more);
    }

    /** Looks for the newest ship notice anew. */
    void retell(Collection<Standing> standings) {
        notice = null;
        for (Standing standing : standings) {
            if (standing.fact() instanceof ShipNoticeFact said) {
                replace(said);
            }
        }
    }

    /** The newest ship notice in force; {@code null} if there is none. */
    ShipNoticeFact notice() {
        return notice;
    }

    /** Whether anybody ever expected the goods on another day. */
    boolean wereExpectedOnAnotherDayThan(long time) {
        return expectedDays.keySet().stream().anyMatch(day -> !day.equals(Times.day(time)));
    }

    /**
     * When Odoo plans to receive the first of what is still to come; {@link Times#NONE} if never.
     */
    long plannedAt() {
        return planned.isEmpty() ? Times.NONE : Collections.min(planned.values());
    }

    /** When that became known; {@link Times#NONE} before anything did. */
    long planKnownAt() {
        return plannedSince;
    }

    void write(StateOutput out) {
        out.number(plannedSince);
        out.flag(notice != null);
        if (notice != null) {
            FactCodec.write(notice, out);
        }
        out.number(expectedDays.size());
        expectedDays.forEach(
                (day, count) -> {
                    out.number(day.toEpochDay());
                    out.number(count);
                });
        out.number(planned.size());
        planned.forEach(
                (move, time) -> {
                    out.text(move);
                    out.number(time);
                });
    }

    static ArrivalStory read(StateInput in) {
        ArrivalStory story = new ArrivalStory();
        story.plannedSince = in.number();
        story.notice = in.flag() ? (ShipNoticeFact) FactCodec.read(in) : null;
        int days = in.count();
        for (int i = 0; i < days; i++) {
            story.expectedDays.put(LocalDate.ofEpochDay(in.number()), in.count());
        }
        int moves = in.count();
        for (int i = 0; i < moves; i++) {
            story.planned.put(in.text(), in.number());
        }
        return story;
    }
}
