package io.milepost.partners.ubl;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Places;
import io.milepost.partners.message.Problem;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads documents of UBL 2.x, those of Peppol among them, alone or in a Standard Business Document.
 *
 * <p>In the tree an element is known by its name without a prefix. An element that holds elements
 * is always a list of objects, also where it is there once: {@code OrderReference[0].ID}. One that
 * holds a text is that text: {@code ID}; its attributes stand beside it as {@code
 * DeliveredQuantity@unitCode}; where it repeats, the first is {@code Note}, the others are {@code
 * Note#2} and so on. Extensions, signatures and embedded files are left out.
 *
 * <p>A document type declaration is refused, and with it every entity; depth, size and number of
 * everything are bounded. Safe for many threads.
 */
public final class UblReader {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";

    private final UblLimits limits;
    private final XMLInputFactory factory;

    /** With the usual limits. */
    public UblReader() {
        this(UblLimits.USUAL);
    }

    /** With limits. */
    public UblReader(UblLimits limits) {
        this.limits = limits;
        this.factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("nothing outside of the document is read");
                });
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) limits.elements());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.textLength());
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, limits.textLength());
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
    }

    /** Reads a document. Nothing is thrown for what is wrong with it. */
    public PartnerMessage read(byte[] bytes) {
        Places places = new Places();
        if (bytes.length > limits.bytes()) {
            return unusable(
                    places,
                    "too-large",
                    Place.WHOLE,
                    "expected at most %d bytes but found %d"
                            .formatted(limits.bytes(), bytes.length));
        }
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return read(reader, places);
            } finally {
                reader.close();
            }
        } catch (DoctypeException e) {
            return unusable(
                    places,
                    "doctype",
                    place(e.getLocation()),
                    "expected a document without a document type declaration but found one");
        } catch (XMLStreamException e) {
            return unusable(places, "not-xml", place(e.getLocation()), firstLine(e));
        } catch (RuntimeException e) {
            // Woodstox reports some breaches of limits and of encodings so.
            return unusable(places, "not-xml", Place.WHOLE, firstLine(e));
        }
    }

    private static PartnerMessage read(XMLStreamReader reader, Places places)
            throws XMLStreamException {
        UblTree tree = new UblTree(reader, places);
        ObjectNode body = tree.read();
        if (tree.namespace() == null || !tree.namespace().startsWith(UBL)) {
            return unusable(
                    places,
                    "not-ubl",
                    places.of(body),
                    "expected a document of UBL 2 but found %s of %s"
                            .formatted(tree.type(), named(tree.namespace())));
        }
        return new PartnerMessage(
                Format.UBL, tree.type(), version(body), tree.header(), body, places, List.of());
    }

    private static String named(String namespace) {
        return namespace == null || namespace.isEmpty() ? "no namespace" : "namespace " + namespace;
    }

    private static String version(ObjectNode body) {
        String customization = body.path("CustomizationID").asText(null);
        return customization == null ? body.path("UBLVersionID").asText(null) : customization;
    }

    private static Place place(Location at) {
        return at == null
                ? Place.WHOLE
                : new Place(
                        Math.max(0, at.getLineNumber()),
                        Math.max(0, at.getColumnNumber()),
                        "the document");
    }

    private static String firstLine(Throwable problem) {
        String message = String.valueOf(problem.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    private static PartnerMessage unusable(
            Places places, String code, Place place, String message) {
        return new PartnerMessage(
                Format.UBL,
                "unknown",
                null,
                InterchangeHeader.NONE,
                JsonNodeFactory.instance.objectNode(),
                places,
                List.of(Problem.error(code, place, message)));
    }

    /** There is a document type declaration. */
    static final class DoctypeException extends XMLStreamException {

        private static final long serialVersionUID = 1L;

        DoctypeException(Location location) {
            super("a document type declaration", location);
        }
    }
}
