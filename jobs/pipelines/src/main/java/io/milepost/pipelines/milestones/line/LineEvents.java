package io.milepost.pipelines.milestones.line;

import io.milepost.events.OdooResult;
import io.milepost.events.RejectReason;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.correlation.Clock;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.intake.FactReader;
import io.milepost.state.intake.UnknownUnitException;
import io.milepost.state.line.Answer;
import io.milepost.state.line.FactArchive;
import io.milepost.state.line.Line;
import io.milepost.state.line.LineState;
import io.milepost.state.line.MergeOutcome;
import io.milepost.state.line.Step;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.Collector;

/** What events and the clock make of a line: what changes is told, what is refused is booked. */
final class LineEvents {

    private final Policies policies;
    private final FactArchive stored;
    private final LineReports reports;

    LineEvents(Policies policies, FactArchive stored, LineReports reports) {
        this.policies = policies;
        this.stored = stored;
        this.reports = reports;
    }

    /**
     * Takes in a fact, unless only a tombstone of the line is left that it cannot be merged with.
     */
    LineState apply(
            LineState before,
            Fact fact,
            Routed routed,
            LineFunction.ReadOnlyContext ctx,
            Collector<OutboundRecord> out)
            throws IOException {
        if (before.tombstone() != null && !before.tombstone().expects(fact)) {
            reports.reject(
                    routed,
                    RejectReason.LINE_CLOSED,
                    "line "
                            + ctx.getCurrentKey()
                            + ": expected no more facts, since it is over since "
                            + Times.instant(before.overSince())
                            + " and only a tombstone of it is left, but found "
                            + fact.header().factId(),
                    ctx,
                    out);
            return before;
        }
        Step step = line(ctx.getCurrentKey()).apply(before, fact, Clock.micros(ctx.timerService()));
        reports.tell(step.outputs(), fact.header().knownAt(), out);
        reports.book(routed, kind(step.outcome()), ctx);
        return step.state();
    }

    /** Takes in what Odoo answered to a command; of a line that is over for good it is no news. */
    LineState answered(
            LineState before,
            OdooResult result,
            Routed routed,
            LineFunction.ReadOnlyContext ctx,
            Collector<OutboundRecord> out)
            throws IOException {
        Answer answer = Answer.of(result);
        Step step = line(ctx.getCurrentKey()).answered(before, answer);
        reports.tell(step.outputs(), answer.at(), out);
        reports.book(routed, kind(step.outcome()), ctx);
        return step.state();
    }

    /** Takes in an event that is no order, or refuses it by what the order says. */
    LineState applyEvent(
            LineState before,
            Routed routed,
            SpecificRecord event,
            LineFunction.ReadOnlyContext ctx,
            Collector<OutboundRecord> out)
            throws IOException {
        if (event instanceof OdooResult result) {
            return answered(before, result, routed, ctx, out);
        }
        OrderFact order = before.order();
        if (event instanceof SupplierEvent supplier
                && !order.vendor().equals(supplier.getEnvelope().getPartner())) {
            reports.reject(
                    routed,
                    RejectReason.NOT_THE_VENDOR,
                    "partner of order "
                            + order.orderName()
                            + ": expected its vendor "
                            + order.vendor()
                            + " but found "
                            + supplier.getEnvelope().getPartner(),
                    ctx,
                    out);
            return before;
        }
        try {
            return apply(before, routed.said(FactReader.read(event, order)), routed, ctx, out);
        } catch (UnknownUnitException e) {
            reports.reject(routed, RejectReason.UNKNOWN_UNIT, e.getMessage(), ctx, out);
            return before;
        }
    }

    private static Entry.Kind kind(MergeOutcome outcome) {
        return switch (outcome) {
            case ADDED -> Entry.Kind.EFFECTIVE;
            case DUPLICATE, DUPLICATE_KNOWN_EARLIER -> Entry.Kind.DUPLICATE;
            case SUPERSEDED, CONFLICT -> Entry.Kind.WITHOUT_EFFECT;
        };
    }

    /** Decides what is due by the clock. */
    LineState tick(
            LineState before, LineFunction.ReadOnlyContext ctx, Collector<OutboundRecord> out)
            throws IOException {
        Step step = line(ctx.getCurrentKey()).tick(before, Clock.micros(ctx.timerService()));
        reports.tell(step.outputs(), step.state().clock(), out);
        return step.state();
    }

    private Line line(String key) {
        return new Line(LineKey.parse(key), policies.rules(), stored);
    }
}
