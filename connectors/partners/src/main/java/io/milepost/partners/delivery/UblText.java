package io.milepost.partners.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the UBL document that a template made: one field, named as the document, whose fields are
 * its elements in their order, with the prefixes {@code cac} and {@code cbc}. A list repeats an
 * element; fields that begin with {@code @} are attributes, {@code #} is the text beside them.
 */
final class UblText {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CAC = UBL + "CommonAggregateComponents-2";
    private static final String CBC = UBL + "CommonBasicComponents-2";

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

    private UblText() {}

    /** The name of the document. */
    static String type(JsonNode made) throws UnwritableException {
        if (made.size() != 1 || !made.elements().next().isObject()) {
            throw new UnwritableException(
                    "template: expected one field, the document, but found " + made.size());
        }
        return made.fieldNames().next();
    }

    static byte[] write(JsonNode made) throws UnwritableException {
        String type = type(made);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("", type, UBL + type + "-2");
            xml.writeDefaultNamespace(UBL + type + "-2");
            xml.writeNamespace("cac", CAC);
            xml.writeNamespace("cbc", CBC);
            children((ObjectNode) made.get(type), xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new UnwritableException("XML: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    private static void children(ObjectNode node, XMLStreamWriter xml)
            throws XMLStreamException, UnwritableException {
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            String name = child.getKey();
            if (name.equals("#")) {
                xml.writeCharacters(plain(child.getValue()));
            } else if (!name.startsWith("@")) {
                element(name, child.getValue(), xml);
            }
        }
    }

    private static void element(String name, JsonNode value, XMLStreamWriter xml)
            throws XMLStreamException, UnwritableException {
        if (value.isArray()) {
            for (JsonNode one : value) {
                element(name, one, xml);
            }
            return;
        }
        if (value.isNull() || (value.isObject() && value.isEmpty())) {
            return;
        }
        String local = local(name);
        String prefix = name.substring(0, name.length() - local.length() - 1);
        xml.writeStartElement(prefix, local, prefix.equals("cac") ? CAC : CBC);
        if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> attribute : object.properties()) {
                if (attribute.getKey().startsWith("@")) {
                    xml.writeAttribute(
                            attribute.getKey().substring(1), plain(attribute.getValue()));
                }
            }
            children(object, xml);
        } else {
            xml.writeCharacters(plain(value));
        }
        xml.writeEndElement();
    }

    private static String local(String name) throws UnwritableException {
        if (!name.matches("c[ab]c:[A-Za-z]+")) {
            throw new UnwritableException(
                    "template: expected an element such as cbc:ID but found " + name);
        }
        return name.substring("cbc:".length());
    }

    /** Without what XML cannot carry. */
    private static String plain(JsonNode value) {
        return value.asText().replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", " ");
    }
}
