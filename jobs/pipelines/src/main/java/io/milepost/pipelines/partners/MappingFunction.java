package io.milepost.pipelines.partners;

import io.milepost.events.DeliveryNote;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerTransaction;
import io.milepost.events.RejectReason;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.FirstKnown;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.partners.canonical.Arrival;
import io.milepost.partners.canonical.CanonicalEvents;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.profile.MessageReaders;
import io.milepost.partners.profile.PartnerMapper;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.Routed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * Makes events of what partners sent. It remembers which transactions of an interchange it has made
 * events of, so that the interchange may come again: what was mapped is a duplicate, what failed is
 * tried anew, by the profile as it is in force by then. A transaction that comes with other content
 * under an old number is another one; senders count from one again when they please.
 */
final class MappingFunction
        extends KeyedBroadcastProcessFunction<String, Routed, InboundRecord, OutboundRecord> {

    /** What happens to records, for the books. */
    static final OutputTag<Entry> ENTRIES = new OutputTag<>("mapping-entries", EntryType.INSTANCE);

    /** Rejected records. */
    static final OutputTag<OutboundRecord> DEAD_LETTERS =
            new OutputTag<>("mapping-dead-letters", OutboundRecordTypeInfo.INSTANCE);

    /** When each transaction of the interchange was mapped last, by its name and content. */
    static final MapStateDescriptor<String, Long> MAPPED =
            new MapStateDescriptor<>("interchange-mapped", Types.STRING, Types.LONG);

    /** The one timer of the interchange; no value while none is set. */
    static final ValueStateDescriptor<Long> TIMER =
            new ValueStateDescriptor<>("interchange-timer", Types.LONG);

    /** Of this name nothing is ever kept: Flink wants one to broadcast profiles by. */
    static final MapStateDescriptor<String, String> NO_STATE =
            new MapStateDescriptor<>("nothing", Types.STRING, Types.STRING);

    private static final long serialVersionUID = 1L;

    private static final String STAGE = "mapping";
    private static final int PROBLEMS_SAID = 20;

    private final RegistryFactory registry;
    private final OutputWriter.Factory outputs;
    private final ProfileShelf shelf;
    private final long memoryMillis;

    private transient MapState<String, Long> mapped;
    private transient ValueState<Long> timer;
    private transient EventDecoder decoder;
    private transient OutputWriter writer;
    private transient EventRecords records;
    private transient Profiles profiles;
    private transient MessageReaders readers;
    private transient boolean firstSubtask;

    /**
     * @param memoryMillis how long a mapped transaction is remembered, by the clock of the feed
     */
    MappingFunction(
            RegistryFactory registry,
            OutputWriter.Factory outputs,
            ProfileShelf shelf,
            long memoryMillis) {
        this.registry = registry;
        this.outputs = outputs;
        this.shelf = shelf;
        this.memoryMillis = memoryMillis;
    }

    @Override
    public void open(OpenContext context) throws IOException {
        mapped = getRuntimeContext().getMapState(MAPPED);
        timer = getRuntimeContext().getState(TIMER);
        decoder = EventDecoder.open(registry, PartnerTopics.classes(outputs.topics().prefix()));
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        writer = outputs.open(subtask);
        records = new EventRecords(writer);
        profiles = Profiles.open(registry, shelf);
        readers = new MessageReaders();
        firstSubtask = subtask == 0;
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(decoder, writer, profiles);
    }

    @Override
    public void processElement(Routed routed, ReadOnlyContext ctx, Collector<OutboundRecord> out)
            throws Exception {
        InboundRecord record = routed.record();
        PartnerInbound piece = (PartnerInbound) decoder.decode(record);
        if (piece.getBody() instanceof DeliveryNote note) {
            deliver(piece, note, record, ctx, out);
            return;
        }
        if (!(piece.getBody() instanceof PartnerTransaction transaction)) {
            // How much there should have been; whoever acknowledges it reads it as well.
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WITHOUT_EFFECT));
            return;
        }
        String name = TransactionName.of(piece, transaction);
        if (isKnown(name, record)) {
            remember(name, record, ctx);
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.DUPLICATE));
            return;
        }
        try {
            int events = map(piece, transaction, record, out);
            remember(name, record, ctx);
            ctx.output(
                    ENTRIES,
                    new Entry(
                            record.topic(),
                            events > 0 ? Entry.Kind.EFFECTIVE : Entry.Kind.WITHOUT_EFFECT));
        } catch (RejectedRecordException e) {
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.DEAD_LETTERED));
            ctx.output(
                    DEAD_LETTERS,
                    writer.deadLetter(
                            record,
                            Rejection.of(STAGE, e),
                            ctx.timerService().currentProcessingTime()));
        }
    }

    @Override
    public void processBroadcastElement(
            InboundRecord record, Context ctx, Collector<OutboundRecord> out) throws IOException {
        Entry.Kind kind;
        try {
            kind = profiles.add(record);
        } catch (RejectedRecordException e) {
            kind = Entry.Kind.DEAD_LETTERED;
            if (firstSubtask) {
                ctx.output(
                        DEAD_LETTERS,
                        writer.deadLetter(
                                record, Rejection.of(STAGE, e), ctx.currentProcessingTime()));
            }
        }
        if (firstSubtask) {
            // Every subtask reads it; it counts once.
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.IN));
            ctx.output(ENTRIES, new Entry(record.topic(), kind));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<OutboundRecord> out)
            throws Exception {
        long newest = Long.MIN_VALUE;
        for (Long at : mapped.values()) {
            newest = Math.max(newest, at);
        }
        if (newest + memoryMillis <= timestamp) {
            mapped.clear();
            timer.clear();
        } else {
            set(newest + memoryMillis, ctx);
        }
    }

    /**
     * By the records' own times, so that a run again decides the same; the timer, which depends on
     * how far the clock has come, only frees what is past anyway.
     */
    private boolean isKnown(String name, InboundRecord record) throws Exception {
        Long at = mapped.get(name);
        return at != null && record.timestampMillis() < at + memoryMillis;
    }

    private void remember(String name, InboundRecord record, ReadOnlyContext ctx) throws Exception {
        mapped.put(name, record.timestampMillis());
        if (timer.value() == null) {
            set(record.timestampMillis() + memoryMillis, ctx);
        }
    }

    private void set(long time, ReadOnlyContext ctx) throws IOException {
        ctx.timerService().registerEventTimeTimer(time);
        timer.update(time);
    }

    /** Maps a transaction; all of it or nothing. */
    private int map(
            PartnerInbound piece,
            PartnerTransaction transaction,
            InboundRecord record,
            Collector<OutboundRecord> out)
            throws RejectedRecordException, IOException {
        if (!transaction.getProblems().isEmpty()) {
            throw rejected(record, RejectReason.INVALID, transaction.getProblems());
        }
        PartnerMapper mapper = profiles.inForce(piece.getProfile());
        if (mapper == null) {
            throw rejected(
                    record,
                    RejectReason.UNSUPPORTED,
                    List.of(
                            "profile: expected a profile that is approved but found "
                                    + piece.getProfile()
                                    + ", which is not"));
        }
        Arrival arrival =
                new Arrival(
                        Instant.ofEpochMilli(FirstKnown.millis(record)), piece.getTraceparent());
        List<String> problems = new ArrayList<>();
        List<CanonicalEvents> events = new ArrayList<>();
        for (PartnerMessage message : readers.read(mapper.profile(), bytes(transaction))) {
            CanonicalEvents said = mapper.map(message, arrival);
            events.add(said);
            if (said.size() == 0 && said.nothing() == null) {
                said.problems().forEach(problem -> problems.add(problem.toString()));
            }
        }
        if (!problems.isEmpty()) {
            throw rejected(record, RejectReason.INVALID, problems);
        }
        int told = 0;
        for (CanonicalEvents said : events) {
            records.tell(said, out);
            told += said.size();
        }
        return told;
    }

    /** What became of a document that was sent needs no profile. */
    private void deliver(
            PartnerInbound piece,
            DeliveryNote note,
            InboundRecord record,
            ReadOnlyContext ctx,
            Collector<OutboundRecord> out)
            throws Exception {
        String name = DeliveryNotes.name(piece);
        if (isKnown(name, record)) {
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.DUPLICATE));
        } else {
            Instant knownAt = Instant.ofEpochMilli(FirstKnown.millis(record));
            for (SupplierEvent event : DeliveryNotes.events(piece, note, knownAt)) {
                out.collect(records.record(event));
            }
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.EFFECTIVE));
        }
        remember(name, record, ctx);
    }

    private static RejectedRecordException rejected(
            InboundRecord record, RejectReason reason, List<String> problems) {
        List<String> said = problems.subList(0, Math.min(PROBLEMS_SAID, problems.size()));
        String more =
                problems.size() > PROBLEMS_SAID
                        ? "; and " + (problems.size() - PROBLEMS_SAID) + " more"
                        : "";
        return new RejectedRecordException(
                reason, record.address() + ": " + String.join("; ", said) + more, null);
    }

    private static byte[] bytes(PartnerTransaction transaction) {
        ByteBuffer payload = transaction.getPayload().duplicate();
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }
}
