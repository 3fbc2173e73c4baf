package io.milepost.partners.edi;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What came out of a stream: its parts and summaries. */
record Cut(List<EdiPart> parts, List<InterchangeSummary> interchanges, StreamSummary stream) {

    /** Cuts a text that is written in UTF-8. */
    static Cut of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cut of(byte[] bytes) {
        return of(bytes, EdiLimits.DEFAULT);
    }

    static Cut of(byte[] bytes, EdiLimits limits) {
        List<EdiPart> parts = new ArrayList<>();
        List<InterchangeSummary> interchanges = new ArrayList<>();
        EdiSplitter.Sink sink =
                new EdiSplitter.Sink() {
                    @Override
                    public void transaction(EdiPart part) {
                        parts.add(part);
                    }

                    @Override
                    public void interchange(InterchangeSummary summary) {
                        interchanges.add(summary);
                    }
                };
        try {
            StreamSummary stream =
                    new EdiSplitter(limits).split(new ByteArrayInputStream(bytes), sink);
            return new Cut(parts, interchanges, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of our own samples. */
    static byte[] sample(String name) {
        try (InputStream in = Cut.class.getResourceAsStream("samples/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("samples/" + name + ": is not there");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String sample) {
        return new String(sample(sample), StandardCharsets.UTF_8);
    }

    /** The first message of a sample. */
    static PartnerMessage first(String sample) {
        return of(sample(sample)).read().get(0);
    }

    /** The first message of a text. */
    static PartnerMessage firstOf(String text) {
        return of(text).read().get(0);
    }

    /** The text at a place of a message; {@code null} if nothing is there. */
    static String at(PartnerMessage message, String pointer) {
        JsonNode node = message.body().at(pointer);
        return node.isMissingNode() ? null : node.asText();
    }

    /** All parts, read. */
    List<PartnerMessage> read() {
        EdiReader reader = new EdiReader();
        return parts.stream().map(reader::read).toList();
    }

    /** The problems of the stream, of its interchanges and of its messages. */
    List<Problem> problems() {
        Stream<Problem> around =
                Stream.concat(
                        stream.problems().stream(),
                        interchanges.stream().flatMap(i -> i.problems().stream()));
        return Stream.concat(around, read().stream().flatMap(m -> m.problems().stream())).toList();
    }

    List<String> codes() {
        return problems().stream().map(Problem::code).toList();
    }
}
