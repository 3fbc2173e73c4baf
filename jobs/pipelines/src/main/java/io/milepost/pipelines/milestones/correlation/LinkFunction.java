package io.milepost.pipelines.milestones.correlation;

import io.milepost.pipelines.milestones.route.LinkMessage;
import io.milepost.pipelines.milestones.route.ShipmentMessage;
import io.milepost.state.correlation.Lifetime;
import io.milepost.state.correlation.LinkIndex;
import io.milepost.state.correlation.ShipmentBinding;
import java.io.IOException;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells what a reference is bound to, to the reference itself and to those that carriers named
 * together with it. What it tells is not passed on by those who hear it, so nobody is reached by
 * more than one link. It keeps bindings and links until nobody has spoken of the reference for long
 * enough.
 */
public final class LinkFunction extends KeyedProcessFunction<String, LinkMessage, ShipmentMessage> {

    private static final long serialVersionUID = 1L;

    /** No time to live: the timer of the entry ends it. */
    private static final ValueStateDescriptor<LinkIndex> INDEX =
            new ValueStateDescriptor<>("links", LinkIndexType.INSTANCE);

    private final Retention retention;

    private transient ValueState<LinkIndex> index;

    /** A memory of links. */
    public LinkFunction(Retention retention) {
        this.retention = retention;
    }

    @Override
    public void open(OpenContext context) {
        index = getRuntimeContext().getState(INDEX);
    }

    @Override
    public void processElement(LinkMessage message, Context ctx, Collector<ShipmentMessage> out)
            throws IOException {
        LinkIndex known = index.value();
        LinkIndex before = known == null ? LinkIndex.EMPTY : known;
        LinkIndex after =
                message.binding() == null
                        ? linked(before, message, out)
                        : bound(before, message, out);
        LinkIndex kept =
                after.living(
                        retention.keep(after.lifetime(), message.knownAt(), ctx.timerService()));
        if (!kept.equals(known)) {
            index.update(kept);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<ShipmentMessage> out)
            throws IOException {
        LinkIndex known = index.value();
        Lifetime left = retention.fired(known.lifetime(), timestamp, ctx.timerService());
        if (left.equals(Lifetime.NONE)) {
            index.clear();
        } else {
            index.update(known.living(left));
        }
    }

    private static LinkIndex bound(
            LinkIndex before, LinkMessage message, Collector<ShipmentMessage> out) {
        ShipmentBinding binding = message.binding();
        LinkIndex after = before.with(binding);
        if (!after.bindings().equals(before.bindings())) {
            String reference = message.reference();
            long knownAt = message.knownAt();
            out.collect(ShipmentMessage.binding(reference, reference, binding, knownAt));
            for (String other : after.links()) {
                out.collect(ShipmentMessage.binding(other, reference, binding, knownAt));
            }
        }
        return after;
    }

    private static LinkIndex linked(
            LinkIndex before, LinkMessage message, Collector<ShipmentMessage> out) {
        for (String other : new TreeSet<>(message.links())) {
            if (!before.links().contains(other)) {
                for (ShipmentBinding binding : before.bindings().all()) {
                    out.collect(
                            ShipmentMessage.binding(
                                    other, message.reference(), binding, message.knownAt()));
                }
            }
        }
        return before.linkedTo(message.links());
    }
}
