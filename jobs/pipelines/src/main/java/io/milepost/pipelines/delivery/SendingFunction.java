package io.milepost.pipelines.delivery;

import io.milepost.events.PartnerDelivery;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.RejectReason;
import io.milepost.events.SlaAlert;
import io.milepost.events.SupplierEvent;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.deadletters.LetterReplay;
import io.milepost.kafka.deadletters.Rejection;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.state.Times;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends documents: to each partner one at a time and in their order, to all of them at once. While
 * a partner is down its documents wait here, in its queue, and nobody else's. The task's thread
 * never waits for a partner, so checkpoints pass. What was sent is known by the ledger: a document
 * that comes again, after a failure or from an older savepoint, is not sent again.
 */
final class SendingFunction
        extends KeyedBroadcastProcessFunction<String, Routed, InboundRecord, OutboundRecord> {

    /** What happens to records, for the books. */
    static final OutputTag<Entry> ENTRIES = new OutputTag<>("sending-entries", EntryType.INSTANCE);

    /** Of this name nothing is ever kept: Flink wants one to broadcast profiles by. */
    static final MapStateDescriptor<String, String> NO_STATE =
            new MapStateDescriptor<>("nothing", Types.STRING, Types.STRING);

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(SendingFunction.class);

    private static final String STAGE = "sending";

    /** How often an attempt that is under way is looked at. */
    private static final long LOOK_MILLIS = 20;

    private final Surroundings around;

    private transient PartnerQueue queue;
    private transient Map<String, CompletableFuture<Dispatch.Attempt>> underWay;
    private transient EventDecoder decoder;
    private transient OutputWriter writer;
    private transient DeliveryProfiles profiles;
    private transient Ledger ledger;
    private transient Dispatch dispatch;
    private transient Sending sending;
    private transient boolean firstSubtask;

    SendingFunction(Surroundings around) {
        this.around = around;
    }

    @Override
    public void open(OpenContext context) throws IOException {
        RegistryFactory registry = around.registry();
        queue = new PartnerQueue(getRuntimeContext());
        underWay = new HashMap<>();
        decoder =
                EventDecoder.open(
                        registry, DeliveryTopics.classes(around.outputs().topics().prefix()));
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        int parallelism = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        int most = getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks();
        firstSubtask = subtask == 0;
        writer = around.outputs().open(subtask);
        profiles = DeliveryProfiles.open(registry, around.shelf());
        ledger =
                around.ledger()
                        .open(
                                subtask,
                                parallelism,
                                partner ->
                                        KeyGroupRangeAssignment.assignKeyToParallelOperator(
                                                        partner, most, parallelism)
                                                == subtask);
        dispatch = new Dispatch(ledger, around.couriers().open());
        sending = new Sending(ledger, dispatch, around.time());
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(dispatch, profiles, decoder, writer);
    }

    @Override
    public void processElement(Routed routed, ReadOnlyContext ctx, Collector<OutboundRecord> out)
            throws Exception {
        InboundRecord record = routed.record();
        if (decoder.decode(record) instanceof SupplierEvent said) {
            acknowledged(said, record, ctx, out);
            return;
        }
        queue.add(record);
        ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WAIT_BEGAN));
        step(ctx, out);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<OutboundRecord> out)
            throws Exception {
        if (timestamp >= queue.timer()) {
            queue.setTimer(0);
        }
        step(ctx, out);
    }

    @Override
    public void processBroadcastElement(
            InboundRecord record, Context ctx, Collector<OutboundRecord> out) throws IOException {
        // Every subtask reads it, as partner-intake does, which says what is wrong with it.
        Entry.Kind kind = Entry.Kind.WITHOUT_EFFECT;
        try {
            kind = profiles.add(record);
        } catch (RejectedRecordException e) {
            LOG.warn("a profile is not used: {}", e.getMessage());
        }
        if (firstSubtask) {
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.IN));
            ctx.output(ENTRIES, new Entry(record.topic(), kind));
        }
    }

    /** Goes on with the queue of the partner as far as it goes now. */
    private void step(ReadOnlyContext ctx, Collector<OutboundRecord> out) throws Exception {
        String partner = ctx.getCurrentKey();
        long now = ctx.timerService().currentProcessingTime();
        for (InboundRecord head = queue.head(); head != null; head = queue.head()) {
            CompletableFuture<Dispatch.Attempt> attempt = underWay.get(partner);
            if (attempt == null) {
                if (queue.nextAttempt() > now) {
                    wake(queue.nextAttempt(), ctx);
                    return;
                }
                attempt = begin(partner, head, now);
                if (attempt == null) {
                    end(head, Entry.Kind.WITHOUT_EFFECT, ctx);
                    continue;
                }
                underWay.put(partner, attempt);
            }
            if (!attempt.isDone()) {
                wake(now + LOOK_MILLIS, ctx);
                return;
            }
            underWay.remove(partner);
            conclude(head, Dispatch.outcome(attempt), ctx, out);
        }
    }

    /** Begins an attempt; {@code null} if the document is not to be sent. */
    private CompletableFuture<Dispatch.Attempt> begin(String partner, InboundRecord head, long now)
            throws Exception {
        PartnerOutbound document = (PartnerOutbound) decoder.decode(head);
        Sending.Turn turn =
                new Sending.Turn(
                        document,
                        LetterReplay.replayed(head) && queue.attempts() == 0,
                        queue.attempts() + 1,
                        around.rules().retries().over(queue.firstAttempt(now), now));
        CompletableFuture<Dispatch.Attempt> attempt = sending.begin(turn, profiles.of(partner));
        if (attempt != null) {
            queue.tried(now);
        }
        return attempt;
    }

    private void conclude(
            InboundRecord head,
            Dispatch.Attempt attempt,
            ReadOnlyContext ctx,
            Collector<OutboundRecord> out)
            throws Exception {
        switch (attempt.stage()) {
            case SENT -> sent(head, ctx, out);
            case REFUSED -> reject(head, RejectReason.REFUSED, attempt.reason(), ctx, out);
            case GIVEN_UP -> reject(head, RejectReason.UNREACHABLE, attempt.reason(), ctx, out);
            default -> {
                String id = ((PartnerOutbound) decoder.decode(head)).getDocumentId();
                long wait =
                        around.rules()
                                .retries()
                                .after(queue.attempts(), id, attempt.pause())
                                .toMillis();
                LOG.warn("document {} is sent again in {} ms: {}", id, wait, attempt.reason());
                queue.waitUntil(ctx.timerService().currentProcessingTime() + Math.max(1, wait));
            }
        }
    }

    private void sent(InboundRecord head, ReadOnlyContext ctx, Collector<OutboundRecord> out)
            throws Exception {
        if (LetterReplay.replayed(head)) {
            PartnerOutbound document = (PartnerOutbound) decoder.decode(head);
            PartnerDelivery entry = ledger.find(document.getDocumentId());
            tell(DocumentAlerts.there(document, entry), out);
        }
        end(head, Entry.Kind.EFFECTIVE, ctx);
    }

    private void reject(
            InboundRecord head,
            RejectReason reason,
            String why,
            ReadOnlyContext ctx,
            Collector<OutboundRecord> out)
            throws Exception {
        PartnerOutbound document = (PartnerOutbound) decoder.decode(head);
        String message = head.address() + ": " + DocumentAlerts.text(document, why);
        tell(DocumentAlerts.missing(document, why), out);
        letter(head, reason, message, ctx, out);
        end(head, Entry.Kind.DEAD_LETTERED, ctx);
    }

    private void letter(
            InboundRecord record,
            RejectReason reason,
            String message,
            ReadOnlyContext ctx,
            Collector<OutboundRecord> out)
            throws IOException {
        out.collect(
                writer.deadLetter(
                        record,
                        Rejection.of(STAGE, reason, message, null),
                        ctx.timerService().currentProcessingTime()));
    }

    private void tell(SlaAlert alert, Collector<OutboundRecord> out) throws IOException {
        out.collect(writer.alert(alert, Times.micros(alert.getOpenedAt())));
    }

    private void end(InboundRecord head, Entry.Kind kind, ReadOnlyContext ctx) throws Exception {
        queue.pop();
        ctx.output(ENTRIES, new Entry(head.topic(), Entry.Kind.WAIT_ENDED));
        ctx.output(ENTRIES, new Entry(head.topic(), kind));
    }

    private void wake(long time, ReadOnlyContext ctx) throws Exception {
        long set = queue.timer();
        if (set == 0 || set > time) {
            ctx.timerService().registerProcessingTimeTimer(time);
            queue.setTimer(time);
        }
    }

    /** What a partner's system says to a document of ours becomes what is said to its order. */
    private void acknowledged(
            SupplierEvent said,
            InboundRecord record,
            ReadOnlyContext ctx,
            Collector<OutboundRecord> out)
            throws Exception {
        if (!said.getOrderName().isEmpty()) {
            // It names its order, so that only its refusal comes here.
            tell(DocumentAlerts.rejected(said, said.getOrderName()), out);
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.EFFECTIVE));
            return;
        }
        PartnerDelivery sent = Acknowledgements.find(said, ctx.getCurrentKey(), ledger);
        if (sent == null) {
            letter(
                    record,
                    RejectReason.UNMATCHED,
                    record.address() + ": " + Acknowledgements.unmatched(said),
                    ctx,
                    out);
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.DEAD_LETTERED));
            return;
        }
        Instant knownAt = around.time().after(said.getEnvelope().getKnownAt()).instant();
        ledger.tell(Acknowledgements.note(said, sent), knownAt).join();
        if (DocumentAlerts.rejects(said)) {
            tell(DocumentAlerts.rejected(said, sent.getOrderName()), out);
        }
        ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.EFFECTIVE));
    }
}
