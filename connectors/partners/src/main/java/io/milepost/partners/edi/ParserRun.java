package io.milepost.partners.edi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Places;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** One run of the parser over a part: its events become segments of a tree, and problems. */
final class ParserRun {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final EDIInputFactory FACTORY = factory();

    private final PartText part;
    private final ParserText text;
    private final Delimiters delimiters;
    private final EdiLimits limits;
    private final TreeBuilder tree;
    private final Places places;
    private final ProblemList problems;

    private int next;
    private Segment segment;
    private ObjectNode node;
    private ElementValue element;
    private int elements;

    ParserRun(
            PartText part,
            EdiLimits limits,
            TreeBuilder tree,
            Places places,
            ProblemList problems) {
        this.part = part;
        this.text = ParserText.of(part.opening(), part.segments());
        this.delimiters = part.opening().delimiters();
        this.limits = limits;
        this.tree = tree;
        this.places = places;
        this.problems = problems;
    }

    private static EDIInputFactory factory() {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, false);
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, true);
        return factory;
    }

    /** Reads everything; what is wrong ends up among the problems. */
    void run() {
        try (EDIStreamReader reader =
                FACTORY.createEDIStreamReader(
                        new ByteArrayInputStream(text.bytes()),
                        "UTF-8",
                        ControlSchemas.of(part.opening()))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (!take(reader, event)) {
                    return;
                }
            }
        } catch (EDIStreamException | IOException | RuntimeException e) {
            problems.error("unreadable", here(), "cannot be read: " + e.getMessage());
        }
    }

    private Place here() {
        return segment == null ? Place.WHOLE : segment.place();
    }

    private boolean take(EDIStreamReader reader, EDIStreamEvent event) {
        switch (event) {
            case START_SEGMENT -> start(reader.getText());
            case ELEMENT_DATA -> {
                if (++elements > limits.elements()) {
                    problems.error(
                            "too-many-elements",
                            here(),
                            "must have at most " + limits.elements() + " elements");
                    return false;
                }
                value(reader.getLocation(), reader.getText());
            }
            case END_SEGMENT -> end();
            case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                    error(reader, event);
            default -> {}
        }
        return true;
    }

    private void start(String tag) {
        List<Segment> segments = part.segments();
        if (tag.equals("UNA")) {
            segment = null;
            return;
        }
        while (next < segments.size() && !segments.get(next).tag().equals(tag)) {
            next++;
        }
        segment = next < segments.size() ? segments.get(next) : null;
        next++;
        if (segment != null) {
            node = NODES.objectNode();
            places.put(node, segment.place());
        }
    }

    private void value(Location at, String parsed) {
        if (segment == null) {
            return;
        }
        int number = at.getElementPosition();
        int repetition = Math.max(1, at.getElementOccurrence());
        int component = Math.max(0, at.getComponentPosition());
        if (element == null || element.number != number) {
            flush();
            element = new ElementValue(number);
        }
        String value = text.original(parsed);
        if (segment.tag().equals("ISA")) {
            value = value.strip();
        }
        element.add(repetition, component, value);
    }

    private void end() {
        if (segment == null) {
            return;
        }
        flush();
        tree.add(segment, node);
        segment = null;
    }

    private void flush() {
        if (element == null) {
            return;
        }
        ElementValue done = element;
        element = null;
        if (delimiters.format() == Format.X12) {
            x12(done);
        } else {
            edifact(done);
        }
    }

    private void x12(ElementValue done) {
        String name = name(done.number);
        if (done.empty()) {
            return;
        }
        String whole = done.joined(delimiters.repetition(), delimiters.component());
        node.set(name, text(whole, done.number, 1, 0));
        if (done.composite()) {
            node.set(name + ":", components(done, 1));
        }
        if (done.repetitions() > 1) {
            ArrayNode all = node.putArray(name + "*");
            for (int i = 1; i <= done.repetitions(); i++) {
                all.add(text(done.joined(i, delimiters.component()), done.number, i, 0));
            }
        }
    }

    private void edifact(ElementValue done) {
        if (done.empty()) {
            return;
        }
        String name = name(done.number);
        node.set(name, components(done, 1));
        if (done.repetitions() > 1) {
            ArrayNode all = node.putArray(name + "*");
            for (int i = 1; i <= done.repetitions(); i++) {
                all.add(components(done, i));
            }
        }
    }

    private ObjectNode components(ElementValue done, int repetition) {
        ObjectNode object = NODES.objectNode();
        List<String> values = done.components(repetition);
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                object.set(name(i + 1), text(values.get(i), done.number, repetition, i + 1));
            }
        }
        Segment of = segment;
        places.put(object, () -> of.place(delimiters, done.number, repetition, 0));
        return object;
    }

    private TextNode text(String value, int number, int repetition, int component) {
        TextNode text = new TextNode(value);
        Segment of = segment;
        places.put(text, () -> of.place(delimiters, number, repetition, component));
        return text;
    }

    private static String name(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private void error(EDIStreamReader reader, EDIStreamEvent event) {
        EDIStreamValidationError type = reader.getErrorType();
        Location at = reader.getLocation();
        if (segment != null && segment.tag().equals("ISA") && at.getElementPosition() == 16) {
            return; // our stand-in for a component separator that is not there
        }
        String value = event == EDIStreamEvent.ELEMENT_DATA_ERROR ? wrong(reader) : null;
        Place place = here();
        if (segment != null
                && event != EDIStreamEvent.SEGMENT_ERROR
                && at.getElementPosition() > 0) {
            place =
                    segment.place(
                            delimiters,
                            at.getElementPosition(),
                            Math.max(1, at.getElementOccurrence()),
                            Math.max(0, at.getComponentPosition()));
        }
        String code =
                switch (type) {
                    case CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT -> "wrong-count";
                    case CONTROL_REFERENCE_MISMATCH -> "control-reference-mismatch";
                    default -> type.name().toLowerCase(Locale.ROOT).replace('_', '-');
                };
        problems.warn(
                code,
                place,
                words(type) + (value == null || value.isEmpty() ? "" : ": '" + value + "'"));
    }

    /** The value that is wrong; the parser has none where it speaks of one that is not there. */
    private static String wrong(EDIStreamReader reader) {
        try {
            return reader.getText();
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String words(EDIStreamValidationError type) {
        return switch (type) {
            case CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT -> "counts other than what is there";
            case CONTROL_REFERENCE_MISMATCH -> "is not the control number of the header";
            case REQUIRED_DATA_ELEMENT_MISSING -> "must have a value but has none";
            case DATA_ELEMENT_TOO_SHORT -> "is shorter than the standard says";
            case DATA_ELEMENT_TOO_LONG -> "is longer than the standard says";
            case INVALID_CHARACTER_DATA -> "has characters that the standard does not allow there";
            case INVALID_DATE -> "must be a date";
            case INVALID_TIME -> "must be a time";
            case TOO_MANY_DATA_ELEMENTS -> "has more elements than the standard says";
            case TOO_MANY_COMPONENTS -> "has more components than the standard says";
            case TOO_MANY_REPETITIONS -> "is repeated although the standard does not repeat it";
            default -> type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
