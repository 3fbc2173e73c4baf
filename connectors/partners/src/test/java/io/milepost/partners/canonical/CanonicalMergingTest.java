package io.milepost.partners.canonical;

import static io.milepost.partners.canonical.TemplateOutput.build;
import static io.milepost.partners.canonical.TemplateOutput.events;
import static io.milepost.partners.canonical.TemplateOutput.invoice;
import static io.milepost.partners.canonical.TemplateOutput.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Acknowledgement;
import io.milepost.events.InventoryReport;
import io.milepost.events.Invoice;
import io.milepost.partners.message.Problem;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What is said of one line or item in several places of a message. */
class CanonicalMergingTest {

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
        assertThat(told(events)).isEmpty();
        assertThat(events.supplier())
                .extracting(it -> it.getLine().getGtin())
                .containsExactly("4", "5");
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
        assertThat(told(events)).isEmpty();
        assertThat(events.supplier()).hasSize(1);
        Acknowledgement said = (Acknowledgement) events.supplier().get(0).getBody();
        assertThat(said.getSchedule())
                .extracting(it -> it.getNumber() + ": " + it.getQuantity())
                .containsExactly("1: 50.000000", "2: 200.000000");
        assertThat(said.getReason()).isEqualTo("a; b");
    }

    @Test
    void stockInSeveralPlacesIsAddedUp() {
        String stock =
                "{\"kind\": \"inventory\", \"item\": {\"vendorItem\": \"V\"}, \"quantity\": \"%s\","
                        + " \"unit\": \"EA\"}";
        CanonicalEvents events = build(events(stock.formatted("3"), stock.formatted("4")));
        assertThat(told(events)).isEmpty();
        assertThat(events.items())
                .extracting(it -> ((InventoryReport) it.getBody()).getQuantity())
                .containsExactly(new BigDecimal("7.000000"));
    }

    @Test
    void otherWordsOfAnItemMayComeOnce() {
        String days = "{\"kind\": \"leadTime\", \"item\": {\"gtin\": \"4\"}, \"days\": \"%s\"}";
        assertThat(build(events(days.formatted("3"), days.formatted("4"))).problems())
                .extracting(Problem::code)
                .containsExactly("said-twice");
    }
}
