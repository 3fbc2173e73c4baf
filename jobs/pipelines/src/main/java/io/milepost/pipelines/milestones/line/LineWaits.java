package io.milepost.pipelines.milestones.line;

import io.milepost.events.RejectReason;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.correlation.Clock;
import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.pipelines.milestones.correlation.Waiting;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.state.line.LineState;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.Collector;

/** Events that wait for their line's order, until it comes or a timer ends the wait. */
final class LineWaits {

    private final Waiting<Routed> records;
    private final Wait wait;
    private final EventDecoder decoder;
    private final LineReports reports;

    LineWaits(Waiting<Routed> records, Wait wait, EventDecoder decoder, LineReports reports) {
        this.records = records;
        this.wait = wait;
        this.decoder = decoder;
        this.reports = reports;
    }

    /** Lets an event wait; its timer is among those of the line. */
    LineState add(
            LineState before, Routed routed, SpecificRecord event, LineFunction.ReadOnlyContext ctx)
            throws Exception {
        records.add(routed);
        reports.book(routed, Entry.Kind.WAIT_BEGAN, ctx);
        long timer = wait.timer(EventTimes.knownAt(event));
        ctx.timerService().registerEventTimeTimer(timer);
        return before.withArmed(before.armed().with(timer));
    }

    /** The order is here: what waited for it is taken in. */
    LineState release(
            LineState before,
            LineEvents events,
            LineFunction.ReadOnlyContext ctx,
            Collector<OutboundRecord> out)
            throws Exception {
        List<Routed> waited = records.all();
        LineState after = before;
        for (Routed routed : waited) {
            reports.book(routed, Entry.Kind.WAIT_ENDED, ctx);
            after = events.applyEvent(after, routed, decoder.decode(routed.record()), ctx, out);
        }
        records.clear();
        return after;
    }

    /** Refuses what has waited long enough. */
    void expire(LineFunction.ReadOnlyContext ctx, Collector<OutboundRecord> out) throws Exception {
        long clock = Clock.micros(ctx.timerService());
        List<Routed> rest = new ArrayList<>();
        for (Routed routed : records.all()) {
            if (wait.isOver(EventTimes.knownAt(decoder.decode(routed.record())), clock)) {
                reports.book(routed, Entry.Kind.WAIT_ENDED, ctx);
                if (!routed.gives()) {
                    continue;
                }
                reports.reject(
                        routed,
                        RejectReason.UNMATCHED,
                        "line "
                                + ctx.getCurrentKey()
                                + ": expected its order within "
                                + wait.words()
                                + " but found none",
                        ctx,
                        out);
            } else {
                rest.add(routed);
            }
        }
        records.keep(rest);
    }
}
