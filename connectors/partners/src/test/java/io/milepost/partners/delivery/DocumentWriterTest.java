package io.milepost.partners.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milepost.events.LineChange;
import io.milepost.events.OrderDocumentKind;
import io.milepost.events.PartnerOutbound;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.profile.MessageReaders;
import io.milepost.partners.profile.PartnerProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentWriterTest {

    private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
    private static final String X12 =
            """
            delivery:
              since: 2026-03-01T00:00:00Z
              url: https://acme.example/orders
              sender: ZZ:MILEPOST
              receiver: 01:123456789
            """;

    private static final String FOLDER =
            """
            delivery:
              since: 2026-03-01T00:00:00Z
              folder: acme
            """;

    private static final PartnerOutbound ORDER =
            Documents.order(
                    OrderDocumentKind.ORDER,
                    Documents.line(1, LineChange.ADDED, "120"),
                    Documents.line(3, LineChange.ADDED, "2.5"));
    private static final PartnerOutbound CHANGE =
            Documents.order(
                    OrderDocumentKind.CHANGE,
                    Documents.line(1, LineChange.UNCHANGED, "1"),
                    Documents.line(2, LineChange.CHANGED, "5"),
                    Documents.line(3, LineChange.DELETED, "7"),
                    Documents.line(4, LineChange.ADDED, "9"));
    private static final PartnerOutbound CANCELLATION =
            Documents.order(
                    OrderDocumentKind.CANCELLATION, Documents.line(1, LineChange.DELETED, "1"));

    @Test
    void writesAnOrderThatIsReadAsWhatItWas() throws Exception {
        PartnerMessage message = read(Documents.profile("generic-x12", X12), ORDER);

        assertThat(message.problems()).isEmpty();
        assertThat(message.type()).isEqualTo("850");
        assertThat(message.header().sender()).isEqualTo("ZZ:MILEPOST");
        assertThat(message.header().receiver()).isEqualTo("01:123456789");
        assertThat(message.header().controlNumber()).isEqualTo("000001208");
        assertThat(message.header().groupControlNumber()).isEqualTo("1208");
        JsonNode body = message.body();
        assertThat(body.at("/BEG/01").asText()).isEqualTo("00");
        assertThat(body.at("/BEG/03").asText()).isEqualTo("P00042");
        assertThat(body.at("/BEG/05").asText()).isEqualTo("20260302");
        JsonNode line = body.at("/PO1/1");
        assertThat(line.at("/01").asText()).isEqualTo("3");
        assertThat(line.at("/02").asText()).isEqualTo("2.5");
        assertThat(line.at("/03").asText()).isEqualTo("EA");
        assertThat(line.at("/04").asText()).isEqualTo("18.45");
        assertThat(line.at("/06").asText() + "=" + line.at("/07").asText()).isEqualTo("VN=NW-3");
        assertThat(line.at("/REF/0/02").asText()).isEqualTo("42/103");
        assertThat(line.at("/DTM/0/02").asText()).isEqualTo("20260320");
        assertThat(body.at("/CTT/01").asText()).isEqualTo("2");
    }

    @Test
    void aChangeHasOnlyTheLinesThatAreNotAsTheyWere() throws Exception {
        PartnerMessage message = read(Documents.profile("generic-x12", X12), CHANGE);

        assertThat(message.problems()).isEmpty();
        assertThat(message.body().at("/BCH/01").asText()).isEqualTo("04");
        assertThat(message.body().at("/BCH/05").asText()).isEqualTo("2");
        assertThat(message.body().at("/POC"))
                .extracting(line -> line.path("01").asText() + line.path("02").asText())
                .containsExactly("2CA", "3DI", "4AI");
    }

    @Test
    void aCancellationHasNoLines() throws Exception {
        PartnerMessage message = read(Documents.profile("generic-x12", X12), CANCELLATION);

        assertThat(message.problems()).isEmpty();
        assertThat(message.type()).isEqualTo("860");
        assertThat(message.body().at("/BCH/01").asText()).isEqualTo("01");
        assertThat(message.body().has("POC")).isFalse();
    }

    @Test
    void whatIsWrittenTwiceIsTheSameBytes() throws Exception {
        DocumentWriter writer = DocumentWriter.of(Documents.profile("generic-x12", X12));

        assertThat(writer.write(ORDER, 7, NOW).bytes())
                .isEqualTo(writer.write(ORDER, 7, NOW).bytes());
    }

    @Test
    void jsonGoesOutAsItIsWithoutATemplate() throws Exception {
        PartnerProfile profile = Documents.profile("generic-dcsa", FOLDER);
        WrittenDocument written = DocumentWriter.of(profile).write(ORDER, 1, NOW);
        JsonNode json = new ObjectMapper().readTree(written.bytes());

        assertThat(written.messageType()).isEqualTo("order");
        assertThat(json.at("/document/id").asText()).isEqualTo("d0c0");
        assertThat(json.at("/order/name").asText()).isEqualTo("P00042");
        assertThat(json.at("/lines/0/quantity").asText()).isEqualTo("120");
        assertThat(json.at("/lines/0/reference").asText()).isEqualTo("42/101");
        assertThat(json.at("/lines/0/plannedAt").asText()).isEqualTo("2026-03-20T00:00:00Z");
    }

    @Test
    void writesEdifactThatIsReadAsWhatItWas() throws Exception {
        PartnerProfile profile = Documents.profile("generic-edifact", X12);
        PartnerMessage order = read(profile, ORDER);
        PartnerMessage change = read(profile, CHANGE);
        PartnerMessage cancellation = read(profile, CANCELLATION);

        assertThat(order.problems()).isEmpty();
        assertThat(order.type()).isEqualTo("ORDERS");
        assertThat(order.header().controlNumber()).isEqualTo("1208");
        assertThat(order.body().at("/BGM/02/01").asText()).isEqualTo("P00042");
        JsonNode line = order.body().at("/LIN/1");
        assertThat(line.at("/01/01").asText()).isEqualTo("3");
        assertThat(line.at("/QTY/0/01/02").asText()).isEqualTo("2.5");
        assertThat(line.at("/PIA/0/02/01").asText()).isEqualTo("NW-3");
        assertThat(line.at("/RFF/0/01/02").asText()).isEqualTo("42/103");
        assertThat(change.problems()).isEmpty();
        assertThat(change.body().at("/BGM/03/01").asText()).isEqualTo("4");
        assertThat(change.body().at("/RFF/0/01/02").asText()).isEqualTo("P00042");
        assertThat(change.body().at("/LIN"))
                .extracting(l -> l.at("/01/01").asText() + " " + l.at("/02/01").asText())
                .containsExactly("2 3", "3 2", "4 1");
        assertThat(cancellation.problems()).isEmpty();
        assertThat(cancellation.body().at("/BGM/03/01").asText()).isEqualTo("1");
        assertThat(cancellation.body().has("LIN")).isFalse();
    }

    @Test
    void writesUblThatIsReadAsWhatItWas() throws Exception {
        PartnerProfile profile = Documents.profile("generic-ubl", FOLDER);
        PartnerMessage order = read(profile, ORDER);
        PartnerMessage change = read(profile, CHANGE);
        PartnerMessage cancellation = read(profile, CANCELLATION);

        assertThat(order.problems()).isEmpty();
        assertThat(order.type()).isEqualTo("Order");
        assertThat(order.body().at("/ID").asText()).isEqualTo("P00042");
        assertThat(order.body().at("/IssueDate").asText()).isEqualTo("2026-03-02");
        JsonNode line = order.body().at("/OrderLine/1/LineItem/0");
        assertThat(line.at("/ID").asText()).isEqualTo("3");
        assertThat(line.at("/Quantity").asText()).isEqualTo("2.5");
        assertThat(line.at("/Quantity@unitCode").asText()).isEqualTo("C62");
        assertThat(line.at("/Item/0/SellersItemIdentification/0/ID").asText()).isEqualTo("NW-3");
        assertThat(line.at("/Note").asText()).isEqualTo("42/103");
        assertThat(change.type()).isEqualTo("OrderChange");
        assertThat(change.body().at("/OrderReference/0/ID").asText()).isEqualTo("P00042");
        assertThat(change.body().at("/OrderLine"))
                .extracting(l -> l.at("/LineItem/0/LineStatusCode").asText())
                .containsExactly("3", "2", "1");
        assertThat(cancellation.type()).isEqualTo("OrderCancellation");
    }

    /** The order that a schema asks for is that of the template. */
    @Test
    void elementsOfUblStandInTheirOrder() throws Exception {
        PartnerProfile profile = Documents.profile("generic-ubl", FOLDER);
        String text =
                new String(
                        DocumentWriter.of(profile).write(ORDER, 1, NOW).bytes(),
                        StandardCharsets.UTF_8);

        assertThat(text)
                .containsSubsequence(
                        "<cbc:ID>P00042",
                        "<cbc:IssueDate>",
                        "<cbc:DocumentCurrencyCode>",
                        "<cac:BuyerCustomerParty>",
                        "<cac:SellerSupplierParty>",
                        "<cac:Delivery>",
                        "<cac:DeliveryTerms>",
                        "<cac:OrderLine>",
                        "<cbc:Quantity unitCode=\"C62\">",
                        "<cac:Price>",
                        "<cac:Item>");
    }

    @Test
    void whatDoesNotFitIsSaid() throws Exception {
        PartnerProfile profile =
                Documents.profile(
                        "generic-x12", X12.replace("ZZ:MILEPOST", "ZZ:ANAMEOFMORETHAN15"));
        DocumentWriter writer = DocumentWriter.of(profile);

        assertThatThrownBy(() -> writer.write(Documents.order(OrderDocumentKind.ORDER), 1, NOW))
                .isInstanceOf(UnwritableException.class)
                .hasMessageContaining("sender: id: must have at most 15 characters");
    }

    private static PartnerMessage read(PartnerProfile profile, PartnerOutbound document)
            throws Exception {
        WrittenDocument written = DocumentWriter.of(profile).write(document, 1208, NOW);
        List<PartnerMessage> messages = new MessageReaders().read(profile, written.bytes());
        assertThat(messages).as(new String(written.bytes(), StandardCharsets.UTF_8)).hasSize(1);
        return messages.get(0);
    }
}
