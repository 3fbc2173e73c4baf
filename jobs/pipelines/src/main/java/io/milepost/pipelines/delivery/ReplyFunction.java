package io.milepost.pipelines.delivery;

import io.milepost.events.Interchange;
import io.milepost.events.InterchangeSummary;
import io.milepost.events.OrderDocumentKind;
import io.milepost.events.OutboundReply;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.PartnerTransaction;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.partners.canonical.Speaker;
import io.milepost.partners.delivery.Replies;
import io.milepost.partners.edi.out.TransactionOutcome;
import io.milepost.partners.edi.out.TransactionOutcome.Fault;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.profile.DeliveryTerms;
import io.milepost.partners.profile.MessageReaders;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.EventDecoder;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.schemas.Catalogue;
import io.milepost.state.StableId;
import io.milepost.state.Times;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * Makes the technical acknowledgement of each interchange that came in, where the partner's profile
 * asks for it: how each transaction could be read, told once when the interchange is complete. It
 * remembers what became of transactions until then.
 */
final class ReplyFunction
        extends KeyedBroadcastProcessFunction<String, Routed, InboundRecord, OutboundRecord> {

    /** What happens to records, for the books. */
    static final OutputTag<Entry> ENTRIES = new OutputTag<>("reply-entries", EntryType.INSTANCE);

    private static final long serialVersionUID = 1L;

    private static final Duration LONGEST_INTERCHANGE = Duration.ofDays(7);

    private final Surroundings around;

    private transient MapState<Integer, String> outcomes;
    private transient EventDecoder decoder;
    private transient OutputWriter writer;
    private transient DeliveryProfiles profiles;
    private transient MessageReaders readers;

    ReplyFunction(Surroundings around) {
        this.around = around;
    }

    /** A week after its last transaction an interchange whose summary never came is forgotten. */
    static MapStateDescriptor<Integer, String> outcomes() {
        MapStateDescriptor<Integer, String> descriptor =
                new MapStateDescriptor<>("interchange-outcomes", Types.INT, Types.STRING);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(LONGEST_INTERCHANGE).build());
        return descriptor;
    }

    /** The interchange that a piece belongs to. */
    static String key(PartnerInbound piece) {
        return piece.getReceiptId() + "/" + piece.getInterchangeNumber();
    }

    @Override
    public void open(OpenContext context) throws IOException {
        outcomes = getRuntimeContext().getMapState(outcomes());
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
        PartnerProfile profile = profiles.named(piece.getProfile());
        boolean replies =
                profile != null
                        && profile.delivery() != null
                        && profile.delivery().reply() != DeliveryTerms.Reply.NONE;
        if (replies && piece.getBody() instanceof PartnerTransaction transaction) {
            outcomes.put(
                    transaction.getIndex(), OutcomeText.of(outcome(profile, piece, transaction)));
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.EFFECTIVE));
        } else if (replies && piece.getBody() instanceof InterchangeSummary) {
            reply(profile, piece, record, out);
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.EFFECTIVE));
        } else {
            ctx.output(ENTRIES, new Entry(record.topic(), Entry.Kind.WITHOUT_EFFECT));
        }
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

    private TransactionOutcome outcome(
            PartnerProfile profile, PartnerInbound piece, PartnerTransaction transaction) {
        if (transaction.getProblems().isEmpty()) {
            PartnerMessage message = readers.read(profile, bytes(transaction)).get(0);
            return TransactionOutcome.of(message);
        }
        return new TransactionOutcome(
                profile.format(),
                header(piece.getInterchange(), transaction),
                String.valueOf(transaction.getMessageType()),
                null,
                "",
                false,
                List.of(new Fault("transaction-not-ended", true, 0, "", 0)));
    }

    private void reply(
            PartnerProfile profile,
            PartnerInbound piece,
            InboundRecord record,
            Collector<OutboundRecord> out)
            throws Exception {
        Map<Integer, TransactionOutcome> inOrder = new TreeMap<>();
        for (Map.Entry<Integer, String> outcome : outcomes.entries()) {
            inOrder.put(outcome.getKey(), OutcomeText.read(outcome.getValue()));
        }
        outcomes.clear();
        List<String> said =
                Replies.of(
                        profile.delivery().reply(),
                        profile.format(),
                        header(piece.getInterchange(), new PartnerTransaction()),
                        new ArrayList<>(inOrder.values()));
        if (!said.isEmpty()) {
            Instant knownAt = Instant.ofEpochMilli(record.timestampMillis());
            PartnerOutbound document = document(profile.speaker(), piece, said, knownAt);
            out.collect(
                    writer.change(
                            Catalogue.PARTNER_OUTBOUND,
                            PartnerKey.of(document),
                            document,
                            Times.micros(knownAt)));
        }
    }

    private static PartnerOutbound document(
            Speaker speaker, PartnerInbound piece, List<String> said, Instant knownAt) {
        PartnerOutbound document = new PartnerOutbound();
        document.setDocumentId(
                StableId.of(
                        "reply",
                        piece.getReceiptId(),
                        Integer.toString(piece.getInterchangeNumber())));
        document.setInstance(speaker.instance());
        document.setCompany(speaker.company());
        document.setPartner(speaker.partner());
        document.setOrderKnownAt(knownAt);
        document.setKnownAt(knownAt);
        document.setKind(OrderDocumentKind.ACKNOWLEDGEMENT);
        document.setRevision(1);
        document.setOrderName("");
        document.setCurrency("");
        document.setOrderedAt(knownAt);
        document.setLines(List.of());
        document.setReply(
                new OutboundReply(
                        piece.getReceiptId(), piece.getInterchange().getControlNumber(), said));
        return document;
    }

    private static InterchangeHeader header(
            Interchange interchange, PartnerTransaction transaction) {
        return new InterchangeHeader(
                interchange.getSender(),
                interchange.getReceiver(),
                interchange.getControlNumber(),
                transaction.getGroupControlNumber(),
                transaction.getMessageControlNumber(),
                null);
    }

    private static byte[] bytes(PartnerTransaction transaction) {
        ByteBuffer payload = transaction.getPayload().duplicate();
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }
}
