package io.milepost.partners.edi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Places;
import io.milepost.partners.message.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads one transaction, as {@link EdiSplitter} cuts it, into the tree that templates read. Never
 * throws because of what it reads, and ends in a time that is bounded by the limits: whatever is
 * wrong is a problem of the message.
 */
public final class EdiReader {

    /** The type of a message that does not say what it is. */
    public static final String UNKNOWN = "unknown";

    private final EdiLimits limits;

    /** A reader with the usual limits. */
    public EdiReader() {
        this(EdiLimits.DEFAULT);
    }

    /** A reader with limits of one's own. */
    public EdiReader(EdiLimits limits) {
        this.limits = limits;
    }

    /** Reads a part as it was cut. One that was cut off is not read; it has the reason. */
    public PartnerMessage read(EdiPart part) {
        if (part.problems().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
            return new PartnerMessage(
                    part.format(),
                    part.type(),
                    part.version(),
                    part.header(),
                    JsonNodeFactory.instance.objectNode(),
                    new Places(),
                    part.problems());
        }
        return read(part.bytes(), part.origin());
    }

    /**
     * Reads a small interchange with one transaction.
     *
     * @param bytes as in {@link EdiPart#bytes()}
     * @param origin where the transaction begins in what was sent
     */
    public PartnerMessage read(byte[] bytes, Origin origin) {
        ProblemList problems = new ProblemList(limits.problems());
        if (bytes.length > limits.partBytes()) {
            problems.error(
                    "transaction-too-long",
                    Place.WHOLE,
                    "must have at most " + limits.partBytes() + " bytes but has " + bytes.length);
            return nothing(problems);
        }
        EdiText.Decoded decoded = EdiText.decode(bytes, syntax(bytes));
        if (decoded.doubt() != null) {
            problems.warn("character-set", Place.WHOLE, decoded.doubt());
        }
        PartText part = PartText.of(decoded.text(), origin, limits, problems);
        if (part.opening() == null) {
            return nothing(problems);
        }
        return read(part, problems);
    }

    private PartnerMessage read(PartText part, ProblemList problems) {
        Format format = part.opening().delimiters().format();
        Head head = Head.of(part);
        Optional<LoopRules> rules = LoopRules.of(format, head.type());
        boolean plain = format == Format.X12 && head.type().equals("TA1");
        if (rules.isEmpty() && !plain && !head.type().equals(UNKNOWN)) {
            problems.warn(
                    "type-without-loops",
                    part.transaction() == null ? Place.WHOLE : part.transaction().place(),
                    "messages of type " + head.type() + " are read without their loops");
        }
        Places places = new Places();
        TreeBuilder tree = new TreeBuilder(rules.orElse(LoopRules.NONE), rules.isEmpty(), problems);
        if (!part.refused()) {
            new ParserRun(part, limits, tree, places, problems).run();
        }
        ObjectNode body = tree.body();
        body.set("_decimal", new TextNode(String.valueOf(part.opening().delimiters().decimal())));
        String hierarchy = rules.map(LoopRules::hierarchy).orElse(null);
        if (hierarchy != null && body.get(hierarchy) instanceof ArrayNode levels) {
            new Hierarchy(format, places, limits, problems).tie(levels);
        }
        return new PartnerMessage(
                format,
                head.type(),
                head.version(),
                head.header(),
                body,
                places,
                problems.toList());
    }

    private PartnerMessage nothing(ProblemList problems) {
        return new PartnerMessage(
                Format.X12,
                UNKNOWN,
                null,
                InterchangeHeader.NONE,
                JsonNodeFactory.instance.objectNode(),
                new Places(),
                problems.toList());
    }

    /** The syntax identifier of UNB, by which bytes become characters; {@code null} in X12. */
    private static String syntax(byte[] bytes) {
        String beginning =
                new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        int header = beginning.indexOf("UNB");
        if (header < 0 || beginning.startsWith("ISA") || header + 8 > beginning.length()) {
            return null;
        }
        return beginning.substring(header + 4, header + 8);
    }

    /** What a transaction says of itself. */
    private record Head(String type, String version, InterchangeHeader header) {

        static Head of(PartText part) {
            Delimiters d = part.opening().delimiters();
            boolean x12 = d.format() == Format.X12;
            String group =
                    part.segments().stream()
                            .filter(s -> s.tag().equals(x12 ? "GS" : "UNG"))
                            .map(Segment::text)
                            .findFirst()
                            .orElse("");
            String groupReference = value(group, x12 ? 6 : 5, d);
            if (part.transaction() == null) {
                boolean acknowledgement =
                        part.segments().stream().anyMatch(s -> s.tag().equals("TA1"));
                return new Head(
                        acknowledgement ? "TA1" : UNKNOWN,
                        null,
                        header(part.opening(), groupReference, null));
            }
            String first = part.transaction().text();
            String reference = value(first, x12 ? 2 : 1, d);
            InterchangeHeader header = header(part.opening(), groupReference, reference);
            if (x12) {
                String own = value(first, 3, d);
                return new Head(
                        type(value(first, 1, d)), own == null ? value(group, 8, d) : own, header);
            }
            List<String> identity = Elements.split(Elements.of(first, 2, d), d.component(), d);
            String version = String.join(":", identity.subList(1, identity.size()));
            return new Head(type(identity.get(0)), Identity.orNull(version), header);
        }

        private static String type(String written) {
            String name = written == null ? "" : written.strip();
            return name.matches("[A-Za-z0-9]{1,10}") ? name : UNKNOWN;
        }

        private static InterchangeHeader header(Opening opening, String group, String message) {
            InterchangeHeader h = opening.header();
            return new InterchangeHeader(
                    h.sender(), h.receiver(), h.controlNumber(), group, message, h.preparedAt());
        }

        private static String value(String segment, int element, Delimiters d) {
            return segment.isEmpty()
                    ? null
                    : Identity.orNull(Elements.released(Elements.of(segment, element, d), d));
        }
    }
}
