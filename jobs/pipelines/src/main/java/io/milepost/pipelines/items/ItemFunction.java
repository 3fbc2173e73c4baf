package io.milepost.pipelines.items;

import io.milepost.events.ItemEvent;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.correlation.Clock;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.state.Times;
import io.milepost.state.items.Item;
import io.milepost.state.items.ItemFact;
import io.milepost.state.items.ItemFactReader;
import io.milepost.state.items.ItemKey;
import io.milepost.state.items.ItemRules;
import io.milepost.state.items.ItemState;
import io.milepost.state.items.ItemStep;
import io.milepost.state.line.MergeOutcome;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * Remembers a supplier's item and says what changes: commands to Odoo and alerts. It keeps the
 * item's facts and what was told of it, until nothing was heard of it for the time in the rules;
 * normally one timer is set for an item, for the next thing that begins, ends or is forgotten, and
 * what is due is found out when it fires.
 */
final class ItemFunction extends KeyedProcessFunction<String, Routed, OutboundRecord> {

    /** What happens to records, for the books. */
    static final OutputTag<Entry> ENTRIES = new OutputTag<>("item-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    /** No time to live of Flink's, which would run by another clock: the item forgets itself. */
    private static final ValueStateDescriptor<ItemState> STATE =
            new ValueStateDescriptor<>("item", ItemStateType.INSTANCE);

    private final RegistryFactory registry;
    private final OutputWriter.Factory outputs;
    private final ItemRules rules;

    private transient ValueState<ItemState> state;
    private transient EventDecoder decoder;
    private transient OutputWriter writer;

    ItemFunction(RegistryFactory registry, OutputWriter.Factory outputs, ItemRules rules) {
        this.registry = registry;
        this.outputs = outputs;
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(STATE);
        decoder = EventDecoder.open(registry, ItemTopics.classes(outputs.topics().prefix()));
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(decoder, writer);
    }

    @Override
    public void processElement(Routed routed, Context ctx, Collector<OutboundRecord> out)
            throws IOException, RejectedRecordException {
        ItemState before = remembered();
        ItemFact fact = ItemFactReader.read((ItemEvent) decoder.decode(routed.record()));
        ItemStep step =
                item(ctx.getCurrentKey()).apply(before, fact, Clock.micros(ctx.timerService()));
        tell(step, fact.header().knownAt(), out);
        ctx.output(ENTRIES, new Entry(routed.record().topic(), kind(step.outcome())));
        remember(before, step.state(), ctx);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<OutboundRecord> out)
            throws IOException {
        ItemState before = remembered();
        ItemState fired = before.withArmed(before.armed().firedUpTo(timestamp));
        long clock = Clock.micros(ctx.timerService());
        ItemStep step = item(ctx.getCurrentKey()).tick(fired, clock);
        tell(step, clock, out);
        remember(before, step.state(), ctx);
    }

    private Item item(String key) {
        return new Item(ItemKey.parse(key), rules);
    }

    private ItemState remembered() throws IOException {
        ItemState known = state.value();
        return known == null ? ItemState.EMPTY : known;
    }

    private void tell(ItemStep step, long knownAt, Collector<OutboundRecord> out)
            throws IOException {
        for (OdooCommand command : step.commands()) {
            out.collect(writer.command(command));
        }
        for (SlaAlert alert : step.alerts()) {
            out.collect(writer.alert(alert, knownAt));
        }
    }

    private static Entry.Kind kind(MergeOutcome outcome) {
        return switch (outcome) {
            case ADDED -> Entry.Kind.EFFECTIVE;
            case DUPLICATE, DUPLICATE_KNOWN_EARLIER -> Entry.Kind.DUPLICATE;
            case SUPERSEDED, CONFLICT -> Entry.Kind.WITHOUT_EFFECT;
        };
    }

    /** Saves the item and sets the timer that it needs. */
    private void remember(ItemState before, ItemState after, Context ctx) throws IOException {
        ItemState armed = after;
        long timer = after.armed().missingFor(after.nextInstant());
        if (timer != Times.NONE) {
            ctx.timerService().registerEventTimeTimer(timer);
            armed = after.withArmed(after.armed().with(timer));
        }
        if (armed.equals(ItemState.EMPTY)) {
            state.clear();
        } else if (!armed.equals(before)) {
            state.update(armed);
        }
    }
}
