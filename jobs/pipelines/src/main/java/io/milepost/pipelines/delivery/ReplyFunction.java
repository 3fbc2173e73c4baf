package io.milepost.pipelines.delivery;

import io.milepost.events.InterchangeSummary;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.PartnerTransaction;
import io.milepost.events.RejectReason;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.partners.delivery.Replies;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.profile.MessageReaders;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.schemas.Catalogue;
import io.milepost.state.Times;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * Makes the technical acknowledgement of each interchange that came in, where the partner's profile
 * asks for it: how each transaction could be read, told when the interchange is complete. It
 * remembers what became of transactions until then. That an interchange which comes again is
 * answered once is left to the identity of the answer.
 */
final class ReplyFunction
        extends KeyedBroadcastProcessFunction<String, Routed, InboundRecord, OutboundRecord> {

    /** What happens to records, for the books. */
    static final OutputTag<Entry> ENTRIES = new OutputTag<>("reply-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    /**
     * What became of the transactions of an interchange, by their index, and under {@link #TIMER}
     * when it is forgotten. No time to live: that would count while the job stands still.
     */
    static final MapStateDescriptor<Integer, String> OUTCOMES =
            new MapStateDescriptor<>("interchange-outcomes", Types.INT, Types.STRING);

    /** Transactions count from 1. */
    private static final int TIMER = 0;

    private static final String STAGE = "replies";
    private static final long LONGEST_INTERCHANGE = Duration.ofDays(7).toMillis();
    private static final long LATE = Duration.ofHours(1).toMillis();

    private final Surroundings around;

    private transient MapState<Integer, String> outcomes;
    private transient EventDecoder decoder;
    private transient OutputWriter writer;
    private transient DeliveryProfiles profiles;
    private transient MessageReaders readers;

    ReplyFunction(Surroundings around) {
        this.around = around;
    }

    /** The interchange that a piece belongs to. */
    static String key(PartnerInbound piece) {
        return piece.getReceiptId() + "/" + piece.getInterchangeNumber();
    }

    @Override
    public void open(OpenContext context) throws IOException {
        outcomes = getRuntimeContext().getMapState(OUTCOMES);
        decoder =
                EventDecoder.open(
                        around.registry(),
                        DeliveryTopics.classes(around.outputs().topics().prefix()));
        writer = around.outputs().open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        profiles = DeliveryProfiles.open(around.registry(), around.shelf());
        readers = new MessageReaders();
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(profiles, decoder, writer);
    }

    @Override
    public void processElement(Routed routed, ReadOnlyContext ctx, Collector<OutboundRecord> out)
            throws Exception {
        InboundRecord record = routed.record();
        PartnerInbound piece = (PartnerInbound) decoder.decode(record);
        PartnerProfile profile = profiles.answering(piece, record);
        Entry.Kind kind = Entry.Kind.WITHOUT_EFFECT;
        if (profile != null && piece.getBody() instanceof PartnerTransaction transaction) {
            kind =
                    profile.format() == Format.UBL
                            ? document(profile, piece, transaction, record, out)
                            : remember(profile, piece, transaction, ctx);
        } else if (profile != null && piece.getBody() instanceof InterchangeSummary summary) {
            kind = interchange(profile, piece, summary, record, ctx, out);
        }
        ctx.output(ENTRIES, new Entry(record.topic(), kind));
    }

    @Override
    public void processBroadcastElement(
            InboundRecord record, Context ctx, Collector<OutboundRecord> out) throws IOException {
        try {
            profiles.add(record);
        } catch (RejectedRecordException e) {
            // The sending of documents logs it, and partner-intake dead-letters it.
            return;
        }
    }

    /** Forgets an interchange that never became complete, unless the job slept meanwhile. */
    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<OutboundRecord> out)
            throws Exception {
        if (ctx.timerService().currentProcessingTime() - timestamp > LATE) {
            forgetLater(ctx);
        } else {
            outcomes.clear();
        }
    }

    private void forgetLater(ReadOnlyContext ctx) throws Exception {
        long time = ctx.timerService().currentProcessingTime() + LONGEST_INTERCHANGE;
        ctx.timerService().registerProcessingTimeTimer(time);
        outcomes.put(TIMER, Long.toString(time));
    }

    private Entry.Kind remember(
            PartnerProfile profile,
            PartnerInbound piece,
            PartnerTransaction transaction,
            ReadOnlyContext ctx)
            throws Exception {
        if (outcomes.isEmpty()) {
            forgetLater(ctx);
        }
        outcomes.put(
                transaction.getIndex(),
                OutcomeText.of(
                        ReplyTexts.outcome(readers, profile, piece, transaction),
                        ReplyTexts.content(transaction)));
        return Entry.Kind.EFFECTIVE;
    }

    /** An XML document has no interchange that would have to be complete. */
    private Entry.Kind document(
            PartnerProfile profile,
            PartnerInbound piece,
            PartnerTransaction transaction,
            InboundRecord record,
            Collector<OutboundRecord> out)
            throws IOException {
        PartnerMessage message = readers.read(profile, ReplyTexts.bytes(transaction)).get(0);
        boolean taken = message.usable() && transaction.getProblems().isEmpty();
        return tell(
                ReplyTexts.document(
                        profile.speaker(),
                        piece,
                        List.of(OutcomeText.identity(1, ReplyTexts.content(transaction), taken)),
                        Replies.ofDocument(message, transaction.getProblems()),
                        record),
                out);
    }

    private Entry.Kind interchange(
            PartnerProfile profile,
            PartnerInbound piece,
            InterchangeSummary summary,
            InboundRecord record,
            ReadOnlyContext ctx,
            Collector<OutboundRecord> out)
            throws Exception {
        Map<Integer, OutcomeText> inOrder = takeAll(ctx);
        if (inOrder.size() != summary.getTransactions()) {
            // The profile did not ask for it yet when it began.
            return Entry.Kind.WITHOUT_EFFECT;
        }
        List<String> identities = new ArrayList<>();
        inOrder.forEach((index, outcome) -> identities.add(outcome.identity(index)));
        List<String> said =
                Replies.of(
                        profile.delivery().reply(),
                        profile.format(),
                        ReplyTexts.header(piece.getInterchange(), new PartnerTransaction()),
                        inOrder.values().stream().map(OutcomeText::outcome).toList());
        if (Replies.tooLong(said)) {
            out.collect(
                    writer.deadLetter(
                            record,
                            Rejection.of(
                                    STAGE,
                                    RejectReason.UNSUPPORTED,
                                    record.address() + ": the acknowledgement is too long",
                                    null),
                            ctx.timerService().currentProcessingTime()));
            return Entry.Kind.DEAD_LETTERED;
        }
        return tell(ReplyTexts.document(profile.speaker(), piece, identities, said, record), out);
    }

    private Map<Integer, OutcomeText> takeAll(ReadOnlyContext ctx) throws Exception {
        Map<Integer, OutcomeText> inOrder = new TreeMap<>();
        for (Map.Entry<Integer, String> outcome : outcomes.entries()) {
            if (outcome.getKey() == TIMER) {
                ctx.timerService().deleteProcessingTimeTimer(Long.parseLong(outcome.getValue()));
            } else {
                inOrder.put(outcome.getKey(), OutcomeText.read(outcome.getValue()));
            }
        }
        outcomes.clear();
        return inOrder;
    }

    private Entry.Kind tell(PartnerOutbound document, Collector<OutboundRecord> out)
            throws IOException {
        if (document.getReply().getTransactions().isEmpty()) {
            return Entry.Kind.WITHOUT_EFFECT;
        }
        out.collect(
                writer.change(
                        Catalogue.PARTNER_OUTBOUND,
                        PartnerKey.of(document),
                        document,
                        Times.micros(document.getKnownAt())));
        return Entry.Kind.EFFECTIVE;
    }
}
