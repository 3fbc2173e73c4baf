package io.milepost.local.partners;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A UBL document that is being written. */
final class XmlText {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    /** One piece of writing that may fail only by a fault of ours. */
    private interface Piece {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    XmlText(String type) {
        try {
            xml =
                    XMLOutputFactory.newFactory()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException e) {
            throw new IllegalStateException("no XML can be written", e);
        }
        piece(
                it -> {
                    it.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
                    it.writeStartElement(type);
                    it.writeDefaultNamespace(UBL + type + "-2");
                    it.writeNamespace("cac", UBL + "CommonAggregateComponents-2");
                    it.writeNamespace("cbc", UBL + "CommonBasicComponents-2");
                });
    }

    XmlText open(String name) {
        return piece(it -> it.writeStartElement(name));
    }

    XmlText close() {
        return piece(XMLStreamWriter::writeEndElement);
    }

    XmlText value(String name, String text) {
        return piece(
                it -> {
                    it.writeStartElement(name);
                    it.writeCharacters(text);
                    it.writeEndElement();
                });
    }

    XmlText amount(String name, String attribute, String unit, BigDecimal amount) {
        return marked(name, attribute, unit, Wording.number(amount));
    }

    XmlText marked(String name, String attribute, String mark, String text) {
        return piece(
                it -> {
                    it.writeStartElement(name);
                    it.writeAttribute(attribute, mark);
                    it.writeCharacters(text);
                    it.writeEndElement();
                });
    }

    byte[] bytes() {
        piece(
                it -> {
                    it.writeEndDocument();
                    it.flush();
                });
        return bytes.toByteArray();
    }

    private XmlText piece(Piece piece) {
        try {
            piece.write(xml);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML in memory can always be written", e);
        }
        return this;
    }
}
