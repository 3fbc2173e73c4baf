package io.milepost.partners.ubl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Places;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Builds the tree of one XML document. */
final class UblTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> LEFT_OUT =
            Set.of("UBLExtensions", "Signature", "EmbeddedDocumentBinaryObject");
    private static final String STANDARD_BUSINESS_DOCUMENT = "StandardBusinessDocument";
    private static final String ITS_HEADER = "StandardBusinessDocumentHeader";

    private final XMLStreamReader reader;
    private final Places places;
    private String path = "";
    private String type = "";
    private String namespace;
    private InterchangeHeader header = InterchangeHeader.NONE;

    UblTree(XMLStreamReader reader, Places places) {
        this.reader = reader;
        this.places = places;
    }

    /** The document's tree, from its root element on. */
    ObjectNode read() throws XMLStreamException {
        toElement();
        if (reader.getLocalName().equals(STANDARD_BUSINESS_DOCUMENT)) {
            toElement();
            if (reader.getLocalName().equals(ITS_HEADER)) {
                header = header(object("/" + ITS_HEADER));
                toElement();
            }
        }
        type = reader.getLocalName();
        namespace = reader.getNamespaceURI();
        ObjectNode body = object("/" + type);
        while (reader.hasNext()) {
            // To the end, so that what is not well-formed behind the document is found.
            next();
        }
        return body;
    }

    String type() {
        return type;
    }

    String namespace() {
        return namespace;
    }

    InterchangeHeader header() {
        return header;
    }

    private void toElement() throws XMLStreamException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new XMLStreamException("expected an element but found the end");
            }
            event = next();
        }
    }

    private int next() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UblReader.DoctypeException(reader.getLocation());
        }
        return event;
    }

    /** The element at which the reader stands, as an object. */
    private ObjectNode object(String itsPath) throws XMLStreamException {
        String before = path;
        path = itsPath;
        ObjectNode object = NODES.objectNode();
        places.put(object, place());
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(object);
            }
        }
        path = before;
        return object;
    }

    private void child(ObjectNode parent) throws XMLStreamException {
        String name = reader.getLocalName();
        if (LEFT_OUT.contains(name)) {
            skip();
            return;
        }
        Place place = placeOfChild(parent, name);
        ObjectNode attributes = attributes(place);
        StringBuilder text = new StringBuilder();
        ObjectNode object = null;
        String before = path;
        path = place.path();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                object = object == null ? NODES.objectNode() : object;
                child(object);
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        path = before;
        if (object != null) {
            places.put(object, place);
            list(parent, name).add(object);
        } else if (!text.toString().isBlank()) {
            TextNode value = new TextNode(text.toString().strip());
            places.put(value, place);
            put(parent, name, value, attributes);
        }
    }

    private Place placeOfChild(ObjectNode parent, String name) {
        JsonNode before = parent.get(name);
        Location at = reader.getLocation();
        String step = "/" + name;
        if (before instanceof ArrayNode list) {
            step += "[" + (list.size() + 1) + "]";
        }
        return new Place(at.getLineNumber(), at.getColumnNumber(), path + step);
    }

    private Place place() {
        Location at = reader.getLocation();
        return new Place(at.getLineNumber(), at.getColumnNumber(), path);
    }

    private static ArrayNode list(ObjectNode parent, String name) {
        JsonNode before = parent.get(name);
        return before instanceof ArrayNode list ? list : parent.putArray(name);
    }

    private static void put(ObjectNode parent, String name, TextNode value, ObjectNode attributes) {
        String key = name;
        for (int i = 2; parent.has(key); i++) {
            key = name + "#" + i;
        }
        parent.set(key, value);
        if (attributes != null) {
            String prefix = key + "@";
            attributes.properties().forEach(it -> parent.set(prefix + it.getKey(), it.getValue()));
        }
    }

    private ObjectNode attributes(Place place) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return null;
        }
        ObjectNode attributes = NODES.objectNode();
        for (int i = 0; i < count; i++) {
            String name = reader.getAttributeLocalName(i);
            TextNode value = new TextNode(reader.getAttributeValue(i).strip());
            places.put(value, new Place(place.line(), place.column(), place.path() + "@" + name));
            attributes.set(name, value);
        }
        return attributes;
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** Sender, receiver and number of a Standard Business Document, as Peppol uses them. */
    private static InterchangeHeader header(ObjectNode header) {
        JsonNode identification = header.path("DocumentIdentification").path(0);
        return new InterchangeHeader(
                party(header.path("Sender").path(0)),
                party(header.path("Receiver").path(0)),
                identification.path("InstanceIdentifier").asText(null),
                null,
                null,
                time(identification.path("CreationDateAndTime").asText(null)));
    }

    private static String party(JsonNode party) {
        return party.path("Identifier").asText(null);
    }

    private static Instant time(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
