package io.milepost.partners.canonical;

import static io.milepost.partners.canonical.TemplateOutput.DOCUMENT;
import static io.milepost.partners.canonical.TemplateOutput.build;
import static io.milepost.partners.canonical.TemplateOutput.events;
import static io.milepost.partners.canonical.TemplateOutput.invoice;
import static io.milepost.partners.canonical.TemplateOutput.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.partners.message.Problem;
import org.junit.jupiter.api.Test;

/** What an output must say to become events. */
class CanonicalBuilderTest {

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
    void aPartnersOwnNumberingIsLeftToTheItem() {
        CanonicalEvents events =
                build(events(invoice("{\"number\": \"1.2\", \"vendorItem\": \"V\"}", "1", "1")));
        assertThat(events.supplier().get(0).getLine().getLineNumber()).isNull();
        assertThat(events.problems())
                .extracting(Problem::severity)
                .containsExactly(Problem.Severity.WARNING);
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
}
