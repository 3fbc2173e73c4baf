package io.milepost.pipelines.delivery;

import io.milepost.events.OdooOrder;
import io.milepost.events.PartnerOutbound;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.schemas.Catalogue;
import io.milepost.state.Times;
import io.milepost.state.orders.Telling;
import io.milepost.state.orders.ToldOrder;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * Decides what a supplier has to be told of an order. It keeps the numbers of the order's lines and
 * what the supplier was told last, always: a number is never used again, and an order that were
 * forgotten would be sent anew.
 */
final class TellingFunction extends KeyedProcessFunction<String, Routed, OutboundRecord> {

    /** What happens to records, for the books. */
    static final OutputTag<Entry> ENTRIES = new OutputTag<>("telling-entries", EntryType.INSTANCE);

    /** No time to live: numbers are for ever. */
    static final ValueStateDescriptor<ToldOrder> TOLD =
            new ValueStateDescriptor<>("told-order", ToldOrderType.INSTANCE);

    private static final long serialVersionUID = 1L;

    private final RegistryFactory registry;
    private final OutputWriter.Factory outputs;
    private final DeliveryRules rules;

    private transient ValueState<ToldOrder> told;
    private transient EventDecoder decoder;
    private transient OutputWriter writer;
    private transient Telling telling;

    TellingFunction(RegistryFactory registry, OutputWriter.Factory outputs, DeliveryRules rules) {
        this.registry = registry;
        this.outputs = outputs;
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        told = getRuntimeContext().getState(TOLD);
        decoder = EventDecoder.open(registry, DeliveryTopics.classes(outputs.topics().prefix()));
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        telling = new Telling(rules.goLive(), rules.tellsDates());
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(decoder, writer);
    }

    @Override
    public void processElement(Routed routed, Context ctx, Collector<OutboundRecord> out)
            throws Exception {
        InboundRecord record = routed.record();
        ToldOrder known = told.value();
        Telling.Step step =
                telling.step(
                        known == null ? ToldOrder.NONE : known, (OdooOrder) decoder.decode(record));
        if (step.known()) {
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.DUPLICATE));
            return;
        }
        told.update(step.after());
        for (PartnerOutbound document : step.documents()) {
            out.collect(
                    writer.change(
                            Catalogue.PARTNER_OUTBOUND,
                            PartnerKey.of(document),
                            document,
                            Times.micros(document.getKnownAt())));
        }
        ctx.output(
                ENTRIES,
                new Entry(
                        record.topic(),
                        step.documents().isEmpty()
                                ? Entry.Kind.WITHOUT_EFFECT
                                : Entry.Kind.EFFECTIVE));
    }
}
