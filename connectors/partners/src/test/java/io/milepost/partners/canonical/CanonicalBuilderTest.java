package io.milepost.partners.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.events.Acknowledgement;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Invoice;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.partners.json.JsonReader;
import io.milepost.partners.mapping.Mapping;
import io.milepost.partners.message.Format;
import io.milepost.partners.message.InterchangeHeader;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.message.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalBuilderTest {

    private static final Instant KNOWN_AT = Instant.parse("2026-03-03T10:20:00Z");
    private static final Speaker SPEAKER = new Speaker("main", "1", "acme", "edi-x12", false);
    private static final String DOCUMENT =
            "\"document\": {\"number\": \"D1\", \"issuedAt\": \"2026-03-03T10:00:00Z\"}";

    /** What a template would have made: the message itself, so that each value has its place. */
    private static CanonicalEvents build(String output, String controlNumber) {
        PartnerMessage read =
                new JsonReader().read(output.getBytes(StandardCharsets.UTF_8), "test");
        assertThat(read.problems()).isEmpty();
        PartnerMessage message =
                new PartnerMessage(
                        Format.JSON,
                        "test",
                        null,
                        new InterchangeHeader("01:A", "ZZ:B", controlNumber, "7", "0001", null),
                        (ObjectNode) read.body(),
                        read.places(),
                        List.of());
        return new CanonicalBuilder(SPEAKER)
                .build(
                        new Mapping(message.body(), List.of()),
                        message,
                        new Arrival(KNOWN_AT, "00-trace"));
    }

    private static CanonicalEvents build(String output) {
        return build(output, "17");
    }

    private static String events(String... events) {
        return "{" + DOCUMENT + ", \"events\": [" + String.join(",", events) + "]}";
    }

    private static String invoice(String line, String quantity, String price) {
        return """
        {"kind": "invoice", "order": "P1", "line": %s, "quantity": "%s", "unit": "EA",
         "unitPrice": "%s", "currency": "EUR"}\
        """
                .formatted(line, quantity, price);
    }

    private static List<String> told(CanonicalEvents events) {
        return events.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndWhereItStands() {
        CanonicalEvents events =
                build(
                        """
                        {"document": {"number": "D1", "issuedAt": "3 March"},
                         "events": [
                          {"kind": "acknowledgement", "order": "P1", "line": {"number": "x"},
                           "schedule": [
                            {"answer": "MAYBE", "quantity": "-1", "unit": "EA"},
                            {"answer": "ACCEPTED", "quantity": "1.1234567"}]},
                          {"kind": "invoice", "order": "P1", "line": {"number": "1"}, "unit": "EA",
                           "quantity": "1", "unitPrice": "2", "currency": "euro", "due": "now"},
                          {"kind": "promise"}]}
                        """);
        assertThat(events.size()).isZero();
        assertThat(told(events))
                .containsExactly(
                        "line 1:43, /document/issuedAt: document.issuedAt: expected a time such as"
                                + " 2026-03-20T12:00:00Z but found '3 March'",
                        "line 3:65, /events/0/line/number: events[0].line.number: expected a whole"
                                + " number up to 2147483647 but found 'x'",
                        "line 5:16, /events/0/schedule/0/answer: events[0].schedule[0].answer:"
                                + " expected one of ACCEPTED, CHANGED, BACKORDERED, SUBSTITUTED,"
                                + " REJECTED, ON_HOLD but found 'MAYBE'",
                        "line 5:37, /events/0/schedule/0/quantity: events[0].schedule[0].quantity:"
                                + " expected a quantity of 0 or more but found '-1'",
                        "line 6:40, /events/0/schedule/1/quantity: events[0].schedule[1].quantity:"
                                + " expected a decimal number with at most 12 digits before and 6"
                                + " after the point but found '1.1234567'",
                        "line 6:5, /events/0/schedule/1: events[0].schedule[1].unit: expected a"
                                + " unit of UN/ECE Recommendation 20 but found nothing",
                        "line 8:51, /events/1/currency: events[1].currency: expected a currency of"
                                + " ISO 4217 such as EUR but found 'euro'",
                        "line 7:3, /events/1: events[1].due: expected one of currency, document,"
                                + " dueAt, kind, line, occurredAt, order, quantity, references,"
                                + " unit, unitPrice but found an unknown field",
                        "line 9:12, /events/2/kind: events[2].kind: expected one of"
                                + " acknowledgement, shipNotice, invoice, creditNote, qualityHold,"
                                + " returnClaim, technicalAcknowledgement, carrierStatus,"
                                + " inventory, price, leadTime, itemQuality, leftOut but found"
                                + " 'promise'");
    }

    @Test
    void aPartnerCannotSayThatWeSentSomething() {
        String said =
                "{\"kind\": \"technicalAcknowledgement\", \"acknowledged\": \"17\","
                        + " \"outcome\": \"%s\"}";

        assertThat(told(build(events(said.formatted("SENT")))))
                .singleElement()
                .asString()
                .contains(
                        "events[0].outcome: expected one of ACCEPTED, ACCEPTED_WITH_ERRORS,"
                                + " REJECTED but found 'SENT'");
        assertThat(build(events(said.formatted("ACCEPTED"))).supplier()).hasSize(1);
    }

    @Test
    void anEventWithoutItsLineIsNotTakenForTheWholeOrder() {
        assertThat(told(build(events("{\"kind\": \"acknowledgement\", \"order\": \"P1\"}"))))
                .singleElement()
                .asString()
                .contains(
                        "events[0].line: expected the names of a line, or \"all\" for the whole"
                                + " order but found nothing");
        CanonicalEvents whole =
                build(
                        events(
                                "{\"kind\": \"acknowledgement\", \"order\": \"P1\","
                                        + " \"line\": \"all\"}"));
        assertThat(whole.supplier()).hasSize(1);
        assertThat(whole.supplier().get(0).getLine()).isNull();
    }

    @Test
    void twoPositionsOfAnInvoiceForOneLineAreAddedUpAtWhatTheyAreWorth() {
        CanonicalEvents events =
                build(
                        events(
                                invoice("{\"number\": \"1\"}", "60", "10"),
                                invoice("{\"number\": \"2\"}", "5", "1"),
                                invoice("{\"number\": \"01\", \"gtin\": \"4\"}", "40", "11")));
        assertThat(told(events)).isEmpty();
        assertThat(events.supplier()).hasSize(2);
        Invoice first = (Invoice) events.supplier().get(0).getBody();
        assertThat(first.getQuantity()).isEqualByComparingTo("100");
        assertThat(first.getUnitPrice()).isEqualTo(new BigDecimal("10.400000"));
        assertThat(events.supplier().get(0).getLine().getGtin()).isEqualTo("4");
    }

    @Test
    void positionsOfOneNumberAndTwoItemsStayApart() {
        CanonicalEvents events =
                build(
                        events(
                                invoice("{\"number\": \"1\", \"gtin\": \"4\"}", "60", "10"),
                                invoice("{\"number\": \"1\", \"gtin\": \"5\"}", "40", "11")));
        assertThat(events.supplier()).hasSize(2);
    }

    @Test
    void unitsAndCurrenciesOfOneLineMayNotDiffer() {
        CanonicalEvents events =
                build(
                        events(
                                invoice("{\"number\": \"1\"}", "60", "10"),
                                invoice("{\"number\": \"1\"}", "40", "11")
                                        .replace("\"EA\"", "\"DZN\"")
                                        .replace("EUR", "USD")));
        assertThat(events.problems())
                .extracting(Problem::code)
                .containsExactly("different-currencies", "different-units");
    }

    @Test
    void partsOfOneLineBecomeOneAcknowledgement() {
        String part =
                """
                {"kind": "acknowledgement", "order": "P1", "line": {"number": "1"}, "reason": "%s",
                 "schedule": [{"answer": "ACCEPTED", "quantity": "%s", "unit": "EA"}]}\
                """;
        CanonicalEvents events =
                build(events(part.formatted("a", "50"), part.formatted("b", "200")));
        Acknowledgement said = (Acknowledgement) events.supplier().get(0).getBody();
        assertThat(said.getSchedule())
                .extracting(it -> it.getNumber() + ": " + it.getQuantity())
                .containsExactly("1: 50.000000", "2: 200.000000");
        assertThat(said.getReason()).isEqualTo("a; b");
    }

    @Test
    void theSameMessageGivesTheSameIdsAndAnotherOneOthers() {
        String output =
                events(
                        invoice("{\"number\": \"1\"}", "60", "10"),
                        invoice("{\"number\": \"2\"}", "60", "10"));
        List<String> first = ids(build(output));
        assertThat(ids(build(output))).isEqualTo(first).doesNotHaveDuplicates();
        assertThat(ids(build(output, "18"))).doesNotContainAnyElementsOf(first);
    }

    private static List<String> ids(CanonicalEvents events) {
        return events.supplier().stream().map(it -> it.getEnvelope().getEventId()).toList();
    }

    @Test
    void theEnvelopeSaysWhoWhenAndByWhat() {
        SupplierEvent event =
                build(events(invoice("{\"number\": \"1\"}", "60", "10"))).supplier().get(0);
        assertThat(event.getEnvelope().getSourceSystem()).isEqualTo("edi-x12");
        assertThat(event.getEnvelope().getPartner()).isEqualTo("acme");
        assertThat(event.getEnvelope().getKnownAt()).isEqualTo(KNOWN_AT);
        assertThat(event.getEnvelope().getTraceparent()).isEqualTo("00-trace");
        assertThat(event.getEnvelope().getOccurredAt()).isEqualTo("2026-03-03T10:00:00Z");
        assertThat(event.getDocument().getControlNumber()).isEqualTo("17");
    }

    @Test
    void whatTakesADocumentOfTheSameMomentBackCountsAfterIt() {
        String output = events(invoice("{\"number\": \"1\"}", "60", "10"));
        String cancelled = output.replace("\"D1\"", "\"D1\", \"purpose\": \"CANCEL\"");
        assertThat(build(cancelled).supplier().get(0).getDocument().getPurpose())
                .isEqualTo(DocumentPurpose.CANCEL);
        assertThat(build(cancelled).supplier().get(0).getDocument().getIssuedAt())
                .isAfter(build(output).supplier().get(0).getDocument().getIssuedAt());
    }

    @Test
    void aShipNoticeThatDoesNotSayWhenTheGoodsLeftWasWrittenWhenTheyDid() {
        SupplierEvent event =
                build(
                                events(
                                        "{\"kind\": \"shipNotice\", \"order\": \"P1\", \"line\":"
                                            + " {\"gtin\": \"4\"}, \"quantity\": \"3\", \"unit\":"
                                            + " \"EA\", \"references\": [{\"type\": \"SSCC\","
                                            + " \"value\": \"1\"}, {\"type\": \"SSCC\", \"value\":"
                                            + " \"1\"}]}"))
                        .supplier()
                        .get(0);
        ShipNotice notice = (ShipNotice) event.getBody();
        assertThat(notice.getShippedAt()).isEqualTo("2026-03-03T10:00:00Z");
        assertThat(notice.getShipmentId()).isEqualTo("D1");
        assertThat(event.getEnvelope().getReferences()).hasSize(1);
    }

    @Test
    void aPartnersOwnNumberingIsLeftToTheItem() {
        CanonicalEvents events =
                build(events(invoice("{\"number\": \"1.2\", \"vendorItem\": \"V\"}", "1", "1")));
        assertThat(events.supplier().get(0).getLine().getLineNumber()).isNull();
        assertThat(events.problems())
                .extracting(Problem::severity)
                .containsExactly(Problem.Severity.WARNING);
    }

    @Test
    void aCarrierThatRepeatsItsStoryRepeatsItsIds() {
        String status =
                """
                {"kind": "carrierStatus", "status": "DELIVERED", "at": "2026-03-20T10:00:00Z",
                 "references": [{"type": "TRACKING_NUMBER", "value": "T1"}], "text": "%s"}\
                """;
        String one = "{\"events\": [" + status.formatted("a") + "]}";
        String both = "{\"events\": [" + status.formatted("a") + "," + status.formatted("b") + "]}";
        assertThat(build(both, "99").carrier())
                .hasSize(2)
                .extracting(it -> it.getEnvelope().getEventId())
                .contains(build(one).carrier().get(0).getEnvelope().getEventId());
        assertThat(build(one).carrier().get(0).getEnvelope().getRecordedAt())
                .as("known before it happens: it was written down by then")
                .isEqualTo(KNOWN_AT);
    }

    @Test
    void aCarrierThatNamesNoShipmentIsRefused() {
        assertThat(
                        told(
                                build(
                                        "{\"events\": [{\"kind\": \"carrierStatus\", \"status\":"
                                                + " \"DELIVERED\", \"at\":"
                                                + " \"2026-03-20T10:00:00Z\"}]}")))
                .singleElement()
                .asString()
                .contains("events[0].references: expected at least one reference of the shipment");
    }

    @Test
    void aMessageThatSaysNothingHasToSaySo() {
        assertThat(told(build("{" + DOCUMENT + "}")))
                .singleElement()
                .asString()
                .contains("events: expected at least one, or a reason why there is nothing");
        assertThat(build("{\"nothing\": \"a greeting\"}").nothing()).isEqualTo("a greeting");
        assertThat(build(events("{\"kind\": \"leftOut\", \"reason\": \"freight\"}")).problems())
                .extracting(Problem::code)
                .containsExactly("left-out", "no-events");
    }

    @Test
    void stockInSeveralPlacesIsAddedUpAndOtherWordsOfAnItemMayComeOnce() {
        String stock =
                "{\"kind\": \"inventory\", \"item\": {\"vendorItem\": \"V\"}, \"quantity\": \"%s\","
                        + " \"unit\": \"EA\"}";
        CanonicalEvents events = build(events(stock.formatted("3"), stock.formatted("4")));
        assertThat(events.items()).hasSize(1);
        assertThat(events.items().get(0).getBody().toString()).contains("7");
        String days = "{\"kind\": \"leadTime\", \"item\": {\"gtin\": \"4\"}, \"days\": \"%s\"}";
        assertThat(build(events(days.formatted("3"), days.formatted("4"))).problems())
                .extracting(Problem::code)
                .containsExactly("said-twice");
    }
}
