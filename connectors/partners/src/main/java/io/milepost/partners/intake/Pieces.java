package io.milepost.partners.intake;

import io.milepost.events.Interchange;
import io.milepost.events.PartnerFormat;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerTransaction;
import io.milepost.partners.edi.EdiPart;
import io.milepost.partners.edi.EdiSplitter;
import io.milepost.partners.edi.InterchangeSummary;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.Problem;
import io.milepost.schemas.TrustedEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Makes records of the transactions of one call or file, and appends them as they are cut out. */
final class Pieces implements EdiSplitter.Sink {

    private static final int PROBLEMS_SAID = 20;

    static {
        TrustedEvents.trust();
    }

    private final Delivery delivery;
    private final String receiptId;
    private final Archive.Kept kept;
    private final InboundLog log;
    private final PendingAppends appends;
    private final IntakeLimits limits;
    private final List<String> problems = new ArrayList<>();
    private int transactions;

    Pieces(
            Delivery delivery,
            String receiptId,
            Archive.Kept kept,
            InboundLog log,
            PendingAppends appends,
            IntakeLimits limits) {
        this.delivery = delivery;
        this.receiptId = receiptId;
        this.kept = kept;
        this.log = log;
        this.appends = appends;
        this.limits = limits;
    }

    /** What the sender is told. */
    Receipt receipt() {
        return new Receipt(receiptId, kept.sha256(), kept.length(), transactions, problems);
    }

    @Override
    public void transaction(EdiPart part) throws IOException {
        byte[] bytes = part.bytes();
        List<String> found = texts(part.problems());
        if (bytes.length > limits.longestTransaction()) {
            found.add(tooLong(bytes.length));
            bytes = new byte[0];
        }
        InterchangeHeader header = part.header();
        append(
                header,
                part.interchange(),
                PartnerTransaction.newBuilder()
                        .setMessageType(part.type())
                        .setGroupControlNumber(header.groupControlNumber())
                        .setMessageControlNumber(header.messageControlNumber())
                        .setIndex(part.index())
                        .setLine(part.origin().line())
                        .setPayload(ByteBuffer.wrap(bytes))
                        .setProblems(found)
                        .build());
        transactions++;
        say(found);
    }

    @Override
    public void interchange(InterchangeSummary summary) throws IOException {
        List<String> found = texts(summary.problems());
        append(
                summary.header(),
                summary.number(),
                io.milepost.events.InterchangeSummary.newBuilder()
                        .setTransactions(summary.transactions())
                        .setUnfinished(summary.unfinished())
                        .setTest(summary.test())
                        .setAcknowledgementWanted(summary.acknowledgementWanted())
                        .setProblems(found)
                        .build());
        say(found);
    }

    /** The whole of what was sent is one document. */
    void document(InputStream original) throws IOException {
        byte[] bytes = original.readNBytes(limits.longestTransaction() + 1);
        List<String> found = new ArrayList<>();
        if (bytes.length > limits.longestTransaction()) {
            found.add(tooLong(kept.length()));
            bytes = new byte[0];
        }
        append(
                InterchangeHeader.NONE,
                1,
                PartnerTransaction.newBuilder()
                        .setPayload(ByteBuffer.wrap(bytes))
                        .setProblems(found)
                        .build());
        transactions++;
        say(found);
    }

    private void append(InterchangeHeader header, int number, Object body) throws IOException {
        PartnerInbound piece =
                PartnerInbound.newBuilder()
                        .setReceiptId(receiptId)
                        .setProfile(delivery.profile())
                        .setChannel(delivery.channel())
                        .setFormat(PartnerFormat.valueOf(delivery.format().name()))
                        .setFileName(delivery.fileName())
                        .setSenderMessageId(delivery.messageId())
                        .setOriginalSha256(kept.sha256())
                        .setOriginalLength(kept.length())
                        .setInterchangeNumber(number)
                        .setInterchange(interchange(header))
                        .setTraceparent(delivery.traceparent())
                        .setBody(body)
                        .build();
        try {
            appends.add(log.append(key(header), piece));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while pieces were appended");
        }
    }

    /** One key for all of an interchange, also when it is sent again: repeats are found by it. */
    private String key(InterchangeHeader header) {
        if (header.controlNumber() == null) {
            return delivery.profile() + "/" + kept.sha256();
        }
        return String.join(
                "/",
                delivery.profile(),
                header.sender() == null ? "" : header.sender(),
                header.receiver() == null ? "" : header.receiver(),
                header.controlNumber());
    }

    private void say(List<String> found) {
        for (String problem : found) {
            if (problems.size() < PROBLEMS_SAID) {
                problems.add(problem);
            }
        }
    }

    private String tooLong(long length) {
        return "expected a transaction of at most "
                + limits.longestTransaction()
                + " bytes but found "
                + length
                + "; it is in the archive";
    }

    private static Interchange interchange(InterchangeHeader header) {
        return Interchange.newBuilder()
                .setSender(header.sender())
                .setReceiver(header.receiver())
                .setControlNumber(header.controlNumber())
                .setPreparedAt(header.preparedAt())
                .build();
    }

    private static List<String> texts(List<Problem> problems) {
        List<String> texts = new ArrayList<>();
        for (Problem problem : problems) {
            texts.add(problem.toString());
        }
        return texts;
    }
}
