package io.milepost.partners.edi;

import io.milepost.partners.edi.EdiSplitter.Sink;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** One run over a stream: finds the interchanges in it and hands their segments on. */
final class Splitting {

    /** How much of an interchange is looked at to understand its beginning, in bytes. */
    private static final int BEGINNING = 1500;

    /** Who sends more beginnings that cannot be read sends no interchanges. */
    private static final int MOST_BROKEN = 1000;

    private final ByteSymbols symbols;
    private final SegmentScanner scanner;
    private final EdiLimits limits;
    private final Sink sink;
    private final ProblemList problems;
    private OpenInterchange open;
    private int interchanges;
    private int broken;
    private int transactions;

    Splitting(InputStream in, EdiLimits limits, Sink sink) throws IOException {
        Utf16.Checked checked = Utf16.asUtf8(in);
        this.symbols = new ByteSymbols(checked.stream());
        this.scanner = new SegmentScanner(symbols, limits.segmentLength());
        this.limits = limits;
        this.sink = sink;
        this.problems = new ProblemList(limits.problems());
        if (checked.converted()) {
            problems.warn("utf-16", Place.WHOLE, "is written in UTF-16; it is read all the same");
        }
    }

    StreamSummary run() throws IOException {
        while (broken <= MOST_BROKEN) {
            String lead = scanner.blanks(open == null ? null : open.bytes());
            if (open != null && open.ended() && !open.goesOn(symbols)) {
                close();
            }
            if (symbols.peek(0) < 0) {
                break;
            }
            if (Opening.mayBegin(symbols.window(OPENING_SEEN))) {
                begin(lead);
            } else if (open == null) {
                skip();
            } else {
                open.take(scanner.next(lead, open.bytes()));
            }
        }
        leave();
        if (broken > MOST_BROKEN) {
            problems.error(
                    "interchange-header",
                    new Place(symbols.line(), symbols.column(), "between interchanges"),
                    "more than " + MOST_BROKEN + " cannot be read; the rest of the stream is not");
        }
        if (interchanges == 0 && problems.toList().stream().noneMatch(Splitting::fatal)) {
            problems.error(
                    "no-interchange",
                    new Place(1, 1, "the stream"),
                    "must hold an interchange that begins with ISA, UNA or UNB but holds none");
        }
        return new StreamSummary(symbols.taken(), interchanges, transactions, problems.toList());
    }

    /** Enough to tell that an interchange begins. */
    private static final int OPENING_SEEN = 300;

    private static boolean fatal(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR;
    }

    private void begin(String lead) throws IOException {
        leave();
        int line = symbols.line();
        byte[] beginning = symbols.window(BEGINNING).getBytes(StandardCharsets.ISO_8859_1);
        EdiText.Decoded decoded = EdiText.beginning(beginning);
        Opening opening = Opening.read(decoded.text(), line);
        byte[] head =
                decoded.text()
                        .substring(0, Math.min(opening.length(), decoded.text().length()))
                        .getBytes(decoded.charset());
        for (int i = 0; i < head.length; i++) {
            symbols.take();
        }
        if (opening.problems().stream().anyMatch(Splitting::fatal)) {
            problems.addAll(opening.problems());
            broken++;
            return;
        }
        interchanges++;
        open =
                new OpenInterchange(
                        opening, decoded.charset(), interchanges, line, scanner, limits, sink);
        open.begun(lead);
    }

    private void leave() throws IOException {
        if (open != null) {
            if (!open.ended()) {
                open.endMissing();
            }
            close();
        }
    }

    private void close() throws IOException {
        transactions += open.close();
        open = null;
    }

    /** Skips what belongs to no interchange. */
    private void skip() throws IOException {
        int line = symbols.line();
        int column = symbols.column();
        long from = symbols.taken();
        StringBuilder beginning = new StringBuilder();
        do {
            int c = symbols.peek(0);
            if (beginning.length() < 20) {
                beginning.append(c < ' ' || c > '~' ? '.' : (char) c);
            }
            symbols.take();
        } while (symbols.peek(0) >= 0 && !beginsHere());
        problems.warn(
                interchanges == 0 ? "leading-junk" : "junk-between-interchanges",
                new Place(line, column, "between interchanges"),
                (symbols.taken() - from) + " bytes belong to no interchange: '" + beginning + "'");
    }

    private boolean beginsHere() throws IOException {
        int c = symbols.peek(0);
        return (c == 'I' || c == 'U') && Opening.mayBegin(symbols.window(OPENING_SEEN));
    }
}
