package io.milepost.state.view;

import io.milepost.state.Times;
import io.milepost.state.codec.FactCodec;
import io.milepost.state.codec.HeaderCodec;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What the supplier has committed itself to. A later acknowledgement replaces the earlier ones,
 * unless it says that it adds to them. One that answers to all that is ordered means what was
 * ordered when it became known.
 */
final class CommitmentStory {

    private int inForce;
    private AcknowledgementFact oldest;
    private final List<AcknowledgementFact> standing = new ArrayList<>(2);
    private Version firstDated;
    private String firstDatedName;
    private long firstDate = Times.NONE;
    private boolean movedDate;
    private boolean unjudged;
    private boolean newestCameTooLate;
    private BigDecimal orderedThen;

    /**
     * Adds an acknowledgement.
     *
     * @param fact the acknowledgement
     * @param before its version that was current; {@code null} if none was
     * @param isCurrent whether this version is current now
     * @param order the newest version of the order; {@code null} while it is unknown
     * @param isOver whether nothing was expected any more when it became known
     * @return false if the commitments have to be told anew
     */
    boolean add(
            AcknowledgementFact fact,
            AcknowledgementFact before,
            boolean isCurrent,
            OrderFact order,
            boolean isOver) {
        AcknowledgementFact told = told(fact, order);
        judge(told, order);
        unjudged |= order == null && fact.whole() != null && !fact.cancelled();
        if (!isCurrent) {
            return true;
        }
        if (before != null && !before.cancelled()) {
            if (inForce > 1) {
                return false;
            }
            forget();
        }
        return fact.cancelled() || enter(told, isOver, order);
    }

    private static AcknowledgementFact told(AcknowledgementFact fact, OrderFact order) {
        return fact.of(order == null ? BigDecimal.ZERO : order.quantity());
    }

    private void judge(AcknowledgementFact fact, OrderFact order) {
        long date = Promises.earliestDate(fact);
        if (fact.cancelled() || date == Times.NONE) {
            return;
        }
        if (firstDated == null || isBefore(fact)) {
            firstDated = fact.header().version();
            firstDatedName = fact.header().identity();
            firstDate = date;
        }
        if (order == null) {
            unjudged = true;
        } else {
            movedDate |= !day(date).equals(day(order.plannedAt()));
        }
    }

    private boolean isBefore(AcknowledgementFact fact) {
        int order = fact.header().version().compareTo(firstDated);
        return order < 0 || order == 0 && fact.header().identity().compareTo(firstDatedName) < 0;
    }

    private boolean enter(AcknowledgementFact fact, boolean isOver, OrderFact order) {
        AcknowledgementFact newest = newest();
        if (newest == null || Fact.BY_VERSION.compare(fact, newest) > 0) {
            if (!fact.adds()) {
                standing.clear();
            }
            standing.add(fact);
            newestCameTooLate = isOver;
            orderedThen = order == null ? null : order.quantity();
        } else if (standing.get(0).adds() || Fact.BY_VERSION.compare(fact, standing.get(0)) > 0) {
            return false;
        }
        if (oldest == null || Fact.BY_VERSION.compare(fact, oldest) < 0) {
            oldest = fact;
        }
        inForce++;
        return true;
    }

    private void forget() {
        inForce = 0;
        oldest = null;
        standing.clear();
        newestCameTooLate = false;
        orderedThen = null;
    }

    /** Tells anew what is in force. */
    void retell(History history) {
        forget();
        for (AcknowledgementFact fact : history.acknowledgements()) {
            if (!fact.cancelled() && history.isCurrent(fact)) {
                OrderFact order = history.orderAt(fact.header().knownAt());
                enter(told(fact, order), history.cameTooLate(fact), order);
            }
        }
    }

    /** Whether acknowledgements came before the order, so that its dates have to be judged anew. */
    boolean isUnjudged() {
        return unjudged;
    }

    /** Judges anew by what was ordered when the supplier spoke. */
    void judgeAnew(History history) {
        movedDate = false;
        unjudged = history.orders().isEmpty();
        for (AcknowledgementFact fact : history.acknowledgements()) {
            OrderFact order = history.orderAt(fact.header().knownAt());
            judge(told(fact, order), order);
        }
        retell(history);
    }

    /** The oldest in force; {@code null} if there is none. */
    AcknowledgementFact oldest() {
        return oldest;
    }

    /** The newest in force; {@code null} if there is none. */
    AcknowledgementFact newest() {
        return standing.isEmpty() ? null : standing.get(standing.size() - 1);
    }

    /** Those that count together: the newest that replaces, and what was added to it. */
    List<AcknowledgementFact> standing() {
        return standing;
    }

    /** The first date that was named; {@link Times#NONE} if none was. */
    long firstDate() {
        return firstDate;
    }

    /** Whether the supplier ever named another day than the order had then. */
    boolean movedDate() {
        return movedDate;
    }

    /** Whether the newest became known when nothing was expected any more. */
    boolean newestCameTooLate() {
        return newestCameTooLate;
    }

    /** What was ordered when the newest became known; {@code null} if there is none. */
    BigDecimal orderedThen() {
        return orderedThen;
    }

    private static LocalDate day(long time) {
        return LocalDate.ofInstant(Times.instant(time), ZoneOffset.UTC);
    }

    void write(StateOutput out) {
        out.number(inForce);
        if (inForce > 0) {
            FactCodec.write(oldest, out);
            out.number(standing.size());
            standing.forEach(fact -> FactCodec.write(fact, out));
        }
        out.flag(firstDated != null);
        if (firstDated != null) {
            HeaderCodec.write(firstDated, out);
            out.text(firstDatedName);
            out.number(firstDate);
        }
        out.flag(movedDate);
        out.flag(unjudged);
        out.flag(newestCameTooLate);
        out.decimal(orderedThen);
    }

    static CommitmentStory read(StateInput in) {
        CommitmentStory story = new CommitmentStory();
        story.inForce = in.count();
        if (story.inForce > 0) {
            story.oldest = (AcknowledgementFact) FactCodec.read(in);
            int parts = in.count();
            for (int i = 0; i < parts; i++) {
                story.standing.add((AcknowledgementFact) FactCodec.read(in));
            }
        }
        if (in.flag()) {
            story.firstDated = HeaderCodec.readVersion(in);
            story.firstDatedName = in.text();
            story.firstDate = in.number();
        }
        story.movedDate = in.flag();
        story.unjudged = in.flag();
        story.newestCameTooLate = in.flag();
        story.orderedThen = in.decimal();
        return story;
    }
}
