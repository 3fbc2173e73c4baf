package io.milepost.partners.edi;

import io.milepost.partners.edi.EdiSplitter.Sink;
import io.milepost.partners.message.Format;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The interchange that is being cut: its groups, its transactions and what is wrong around them.
 */
final class OpenInterchange {

    private static final int MOST_TYPES = 100;

    private final Opening opening;
    private final Delimiters bytes;
    private final int number;
    private final int line;
    private final SegmentScanner scanner;
    private final EdiLimits limits;
    private final Sink sink;
    private final InterchangeParts parts;
    private final EnvelopeProblems problems;
    private final boolean x12;
    private final EnvelopeTags tags;
    private final Map<String, Integer> byType = new TreeMap<>();

    private OpenGroup group;
    private OpenGroup lastGroup;
    private boolean ended;
    private OpenTransaction transaction;
    private int groups;
    private int transactions;
    private int unfinished;

    OpenInterchange(
            Opening opening,
            Charset charset,
            int number,
            int line,
            SegmentScanner scanner,
            EdiLimits limits,
            Sink sink) {
        this.opening = opening;
        this.bytes =
                opening.delimiters()
                        .withTerminator(
                                new String(
                                        opening.delimiters().terminator().getBytes(charset),
                                        StandardCharsets.ISO_8859_1));
        this.number = number;
        this.line = line;
        this.scanner = scanner;
        this.limits = limits;
        this.sink = sink;
        this.parts = new InterchangeParts(opening, charset, bytes, number, limits, sink);
        this.problems = new EnvelopeProblems(bytes, number, line, limits);
        this.x12 = opening.delimiters().format() == Format.X12;
        this.tags = EnvelopeTags.of(opening.delimiters().format());
        problems.opening(opening);
        scanner.escapes(opening.element(1).startsWith("UNOX"));
    }

    /** The delimiters as they are among the stream's bytes. */
    Delimiters bytes() {
        return bytes;
    }

    /** Notes what stood before the interchange. */
    void begun(String lead) {
        problems.lead(lead);
    }

    /** Takes a segment. */
    void take(RawSegment segment) throws IOException {
        String tag = segment.tag(bytes).toUpperCase(Locale.ROOT);
        problems.ending(segment, tag);
        if (tag.equals(tags.transaction())) {
            beginTransaction(segment);
        } else if (tag.equals(tags.transactionEnd()) && transaction != null) {
            transaction.append(segment, bytes);
            transaction.ended = true;
            leaveTransaction();
        } else if (tag.equals(tags.group()) && beginsGroup(segment)) {
            leaveGroup();
            group = new OpenGroup(segment, bytes);
            lastGroup = null;
            ended = false;
            groups++;
        } else if (tag.equals(tags.groupEnd()) && ends(segment, groupReference())) {
            leaveTransaction();
            endGroup(segment);
        } else if (tag.equals(tags.interchangeEnd()) && ends(segment, reference())) {
            leaveGroup();
            end(segment);
        } else if (transaction != null) {
            if (transaction.segments == 1) {
                scanner.learn(transaction.type(bytes), tag);
            }
            transaction.append(segment, bytes);
        } else if (x12 && tag.equals("TA1")) {
            acknowledged(segment);
        } else if (!tag.equals("ISB") && !tag.equals("ISE") && !tag.equals("TA3")) {
            problems.stray(segment, tag);
        }
    }

    /**
     * Whether its end has come. It may have been none, if what follows belongs to it: then this is
     * no longer so once that is taken.
     */
    boolean ended() {
        return ended;
    }

    /** Whether a segment is ahead, which belongs into no other interchange. */
    boolean goesOn(Symbols symbols) throws IOException {
        int length = 0;
        while (length < 4 && upperOrDigit(symbols.peek(length))) {
            length++;
        }
        return length >= 2
                && length <= 3
                && symbols.peek(0) >= 'A'
                && symbols.peek(length) == bytes.element();
    }

    private static boolean upperOrDigit(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Whether it is an end: in a transaction that has none only if it has the right number. */
    private boolean ends(RawSegment segment, String reference) {
        return transaction == null
                || Elements.of(segment.text(), 2, bytes).strip().equals(reference.strip());
    }

    private String groupReference() {
        return group == null ? "" : group.reference(bytes);
    }

    private void beginTransaction(RawSegment segment) throws IOException {
        leaveTransaction();
        if (ended) {
            ended = false;
            problems.over(segment, "interchange");
        }
        if (group == null && lastGroup != null) {
            group = lastGroup;
            problems.over(segment, "group");
        }
        transaction = new OpenTransaction(segment, ++transactions, limits.partBytes());
    }

    /** Whether the segment can be what it says: what is not, belongs to its transaction. */
    private boolean beginsGroup(RawSegment segment) {
        int elements = Elements.split(segment.text(), bytes.element(), bytes).size() - 1;
        boolean mixed = !x12 && groups == 0 && transactions > 0;
        return elements >= (x12 ? 7 : 5) && !mixed;
    }

    private void leaveTransaction() throws IOException {
        if (transaction == null) {
            return;
        }
        OpenTransaction done = transaction;
        transaction = null;
        if (group != null) {
            group.transactions++;
        }
        String type = done.type(bytes);
        if (byType.size() < MOST_TYPES || byType.containsKey(type)) {
            byType.merge(type, 1, Integer::sum);
        }
        if (!done.ended || done.tooLong) {
            unfinished++;
        }
        parts.handOver(done, group);
    }

    private void acknowledged(RawSegment segment) throws IOException {
        transactions++;
        byType.merge("TA1", 1, Integer::sum);
        parts.handOver(segment, group, transactions);
    }

    private void leaveGroup() throws IOException {
        leaveTransaction();
        if (group != null) {
            problems.groupEndMissing(group);
            lastGroup = group;
            group = null;
        }
    }

    private void endGroup(RawSegment segment) {
        problems.groupEnd(segment, group);
        if (group != null) {
            lastGroup = group;
            group = null;
        }
    }

    private void end(RawSegment segment) {
        ended = true;
        int counted = x12 || groups > 0 ? groups : transactions;
        problems.end(segment, counted, groups > 0 ? "groups" : "messages", reference());
    }

    private String reference() {
        return opening.element(x12 ? 13 : 5);
    }

    /** Notes that the interchange ends without its last segment. */
    void endMissing() {
        problems.endMissing();
    }

    /** Hands over what is left; returns how many transactions there were. */
    int close() throws IOException {
        leaveTransaction();
        if (group != null) {
            leaveGroup();
        }
        sink.interchange(
                new InterchangeSummary(
                        opening.delimiters().format(),
                        opening.header(),
                        opening.version(),
                        number,
                        line,
                        groups,
                        transactions,
                        unfinished,
                        byType,
                        opening.element(x12 ? 15 : 11).strip().equals(x12 ? "T" : "1"),
                        opening.element(x12 ? 14 : 9).strip().equals("1"),
                        problems.close(transactions)));
        return transactions;
    }
}
