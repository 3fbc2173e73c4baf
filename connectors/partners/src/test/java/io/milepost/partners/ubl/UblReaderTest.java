package io.milepost.partners.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class UblReaderTest {

    private static final String ROOT = "urn:oasis:names:specification:ubl:schema:xsd:";

    private static PartnerMessage read(String xml) {
        return new UblReader().read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(String xml) {
        PartnerMessage message = read(xml);
        assertThat(message.usable()).isFalse();
        return message.problems().get(0).code();
    }

    private static String invoice(String body) {
        return "<Invoice xmlns=\"" + ROOT + "Invoice-2\">" + body + "</Invoice>";
    }

    @Test
    void elementsAreKnownByTheirNamesWithoutPrefixes() {
        String one =
                "<a:Invoice xmlns:a=\""
                        + ROOT
                        + "Invoice-2\" xmlns:b=\"x\"><b:ID>7</b:ID></a:Invoice>";
        assertThat(read(one).body()).isEqualTo(read(invoice("<ID>7</ID>")).body());
        assertThat(read(one).type()).isEqualTo("Invoice");
    }

    @Test
    void elementsWithElementsAreListsAndTextsAreTexts() {
        assertThat(
                        read(invoice(
                                        "<ID> 7 </ID><Note>a</Note><Note>b</Note><Empty/>"
                                                + "<Line><Q unitCode=\"EA\">1</Q></Line>"
                                                + "<Line><Q>2</Q></Line>"))
                                .body())
                .hasToString(
                        "{\"ID\":\"7\",\"Note\":\"a\",\"Note#2\":\"b\",\"Line\":[{\"Q\":\"1\","
                                + "\"Q@unitCode\":\"EA\"},{\"Q\":\"2\"}]}");
    }

    @Test
    void eachValueHasItsPlace() {
        PartnerMessage message =
                read(invoice("\n <Line>\n  <Q>1</Q></Line>\n <Line>\n  <Q u=\"x\">2</Q></Line>"));
        assertThat(message.placeOf(message.body().at("/Line/1/Q")))
                .hasToString("line 5:3, /Invoice/Line[2]/Q");
        assertThat(message.placeOf(message.body().at("/Line/1/Q@u")))
                .hasToString("line 5:3, /Invoice/Line[2]/Q@u");
    }

    @Test
    void extensionsAndEmbeddedFilesAreLeftOut() {
        assertThat(
                        read(invoice(
                                        "<UBLExtensions><a><b/></a></UBLExtensions><ID>7</ID>"
                                                + "<A><EmbeddedDocumentBinaryObject>AAAA"
                                                + "</EmbeddedDocumentBinaryObject><ID>8</ID></A>"))
                                .body())
                .hasToString("{\"ID\":\"7\",\"A\":[{\"ID\":\"8\"}]}");
    }

    @Test
    void aStandardBusinessDocumentSaysWhoSentIt() {
        PartnerMessage message =
                read(
                        "<s:StandardBusinessDocument"
                            + " xmlns:s=\"sbdh\"><s:StandardBusinessDocumentHeader><s:Sender><s:Identifier"
                            + " Authority=\"iso6523\">0088:401</s:Identifier>"
                            + "</s:Sender><s:Receiver><s:Identifier>0088:409</s:Identifier>"
                            + "</s:Receiver><s:DocumentIdentification><s:InstanceIdentifier>m-1"
                            + "</s:InstanceIdentifier><s:CreationDateAndTime>2026-03-03T10:15:00+01:00"
                            + "</s:CreationDateAndTime></s:DocumentIdentification>"
                            + "</s:StandardBusinessDocumentHeader>"
                                + invoice("<ID>7</ID>")
                                + "</s:StandardBusinessDocument>");
        assertThat(message.type()).isEqualTo("Invoice");
        assertThat(message.header().sender()).isEqualTo("0088:401");
        assertThat(message.header().receiver()).isEqualTo("0088:409");
        assertThat(message.header().controlNumber()).isEqualTo("m-1");
        assertThat(message.header().preparedAt()).isEqualTo(Instant.parse("2026-03-03T09:15:00Z"));
    }

    @Test
    @Timeout(10)
    void billionLaughsAreRefusedAtTheDeclaration() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE Invoice [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY l").append(i).append(" \"");
            xml.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        Instant begin = Instant.now();
        assertThat(problem(xml + "]>" + invoice("<ID>&l29;</ID>"))).isEqualTo("doctype");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void externalEntitiesAreNotRead(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "geheim");
        PartnerMessage message =
                read(
                        "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \""
                                + secret.toUri()
                                + "\">]>"
                                + invoice("<ID>&x;</ID>"));
        assertThat(message.usable()).isFalse();
        assertThat(message.body() + message.problems().toString()).doesNotContain("geheim");
        assertThat(problem("<!DOCTYPE Invoice SYSTEM \"" + secret.toUri() + "\">" + invoice("")))
                .isEqualTo("doctype");
        assertThat(problem(invoice("<ID>&undeclared;</ID>"))).isIn("not-xml", "doctype");
    }

    @Test
    void depthSizeAndAttributesAreBounded() {
        assertThat(problem(invoice("<a>".repeat(100) + "</a>".repeat(100)))).isEqualTo("not-xml");
        assertThat(problem(invoice("<a>".repeat(100_000)))).isEqualTo("not-xml");
        StringBuilder attributes = new StringBuilder("<a");
        for (int i = 0; i < 100; i++) {
            attributes.append(" a").append(i).append("=\"1\"");
        }
        assertThat(problem(invoice(attributes + ">1</a>"))).isEqualTo("not-xml");
        assertThat(problem(invoice("x".repeat(2 << 20)))).isEqualTo("too-large");
        PartnerMessage elements =
                new UblReader(new UblLimits(1 << 20, 48, 50, 8, 100))
                        .read(invoice("<a>1</a>".repeat(60)).getBytes(StandardCharsets.UTF_8));
        assertThat(elements.problems()).extracting(Problem::code).containsExactly("not-xml");
    }

    @Test
    void whatIsNoUblIsToldByWhatItIs() {
        assertThat(read("<html><p>503</p></html>").problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "line 1:1, /html: expected a document of UBL 2 but found html of no"
                                + " namespace");
        assertThat(problem("503 Service Unavailable")).isEqualTo("not-xml");
        assertThat(problem("")).isEqualTo("not-xml");
        assertThat(problem(invoice("<a>"))).isEqualTo("not-xml");
        assertThat(problem(invoice("") + "<more/>")).isEqualTo("not-xml");
    }
}
