package io.milepost.state.view;

import io.milepost.events.MilestoneName;
import io.milepost.state.Times;
import io.milepost.state.codec.FactCodec;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.OrderFact;
import java.util.List;

/** What the versions of the order tell, read from the oldest to the newest. */
final class OrderStory {

    private OrderFact newest;
    private long firstPlannedAt = Times.NONE;
    private Reached confirmed;
    private long movedAt = Times.NONE;
    private long movedTo = Times.NONE;

    /**
     * Adds a version.
     *
     * @return false if it is older than one that is known, so that the story has to be told anew
     */
    boolean add(OrderFact order) {
        if (newest != null && order.header().version().compareTo(newest.header().version()) < 0) {
            return false;
        }
        if (newest == null) {
            firstPlannedAt = order.plannedAt();
        } else if (order.plannedAt() != newest.plannedAt()) {
            movedAt = order.header().knownAt();
            movedTo = order.plannedAt();
        }
        if (confirmed == null && order.confirmed()) {
            confirmed =
                    Reached.actual(
                            MilestoneName.ORDERED,
                            order,
                            order.confirmedAt() == Times.NONE
                                    ? order.orderedAt()
                                    : order.confirmedAt());
        }
        newest = order;
        return true;
    }

    /** Tells the story anew. */
    void retell(List<OrderFact> versions) {
        newest = null;
        confirmed = null;
        movedAt = Times.NONE;
        movedTo = Times.NONE;
        versions.forEach(this::add);
    }

    /** The newest version; {@code null} while the order is unknown. */
    OrderFact newest() {
        return newest;
    }

    /** The planned date of the first version; {@link Times#NONE} while the order is unknown. */
    long firstPlannedAt() {
        return firstPlannedAt;
    }

    /** When the last change of the planned date became known; {@link Times#NONE} if none did. */
    long movedAt() {
        return movedAt;
    }

    /** The date that it was moved to. */
    long movedTo() {
        return movedTo;
    }

    /** A confirmed order; one that was cancelled later was ordered all the same. */
    Reached ordered() {
        return newest != null && (newest.confirmed() || newest.cancelled()) ? confirmed : null;
    }

    Reached cancelled() {
        return newest == null || !newest.cancelled()
                ? null
                : Reached.actual(MilestoneName.CANCELLED, newest, newest.occurredAt());
    }

    void write(StateOutput out) {
        out.flag(newest != null);
        if (newest != null) {
            FactCodec.write(newest, out);
            out.number(firstPlannedAt);
            ReachedCodec.write(confirmed, out);
            out.number(movedAt);
            out.number(movedTo);
        }
    }

    static OrderStory read(StateInput in) {
        OrderStory story = new OrderStory();
        if (in.flag()) {
            story.newest = (OrderFact) FactCodec.read(in);
            story.firstPlannedAt = in.number();
            story.confirmed = ReachedCodec.read(in);
            story.movedAt = in.number();
            story.movedTo = in.number();
        }
        return story;
    }
}
