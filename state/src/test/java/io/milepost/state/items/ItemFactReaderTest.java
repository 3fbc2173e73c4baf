package io.milepost.state.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.Document;
import io.milepost.events.DocumentPurpose;
import io.milepost.events.Envelope;
import io.milepost.events.InventoryReport;
import io.milepost.events.ItemEvent;
import io.milepost.events.ItemQuality;
import io.milepost.events.ItemReference;
import io.milepost.events.LeadTime;
import io.milepost.events.PriceListEntry;
import io.milepost.events.QualityStatus;
import io.milepost.schemas.TrustedEvents;
import io.milepost.state.Times;
import io.milepost.state.fact.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemFactReaderTest {

    private static final Instant ISSUED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant KNOWN = Instant.parse("2026-03-02T08:05:00Z");
    private static final Instant FROM = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-07-01T00:00:00Z");

    static {
        TrustedEvents.trust();
    }

    private final ItemHeader header =
            new ItemHeader(
                    "D-1",
                    new Version(Times.micros(ISSUED), "77/e-1"),
                    false,
                    Times.micros(KNOWN),
                    new ItemNames("V", "O", "G"));

    @Test
    void readsWhatIsInStock() {
        assertThat(read(new InventoryReport(new BigDecimal("5.000000"), "C62", FROM)))
                .isEqualTo(
                        new InventoryFact(
                                header, new BigDecimal("5.000000"), "C62", Times.micros(FROM)));
    }

    @Test
    void readsAPriceWithAndWithoutAnEnd() {
        PriceFact price = (PriceFact) read(price("12.4", "10", FROM, TO));
        assertThat(price)
                .isEqualTo(
                        new PriceFact(
                                header,
                                new PriceSlot(BigDecimal.TEN, Times.micros(FROM)),
                                new BigDecimal("12.4"),
                                "EUR",
                                "C62",
                                Times.micros(TO)));
        assertThat(((PriceFact) read(price("12.4", "10", FROM, null))).validTo())
                .isEqualTo(Times.NONE);
    }

    @Test
    void aLeadTimeWithoutABeginHoldsFromWhenItWasIssued() {
        assertThat(read(new LeadTime(14, FROM)))
                .isEqualTo(new LeadTimeFact(header, 14, Times.micros(FROM)));
        assertThat(read(new LeadTime(0, null)))
                .isEqualTo(new LeadTimeFact(header, 0, Times.micros(ISSUED)));
    }

    @Test
    void readsQuality() {
        assertThat(read(new ItemQuality(QualityStatus.BLOCKED, 0, "C", FROM, TO)))
                .isEqualTo(
                        new QualityFact(
                                header,
                                QualityStatus.BLOCKED,
                                0,
                                "C",
                                Times.micros(FROM),
                                Times.micros(TO)));
        assertThat(
                        ((QualityFact)
                                        read(
                                                new ItemQuality(
                                                        QualityStatus.APPROVED,
                                                        null,
                                                        null,
                                                        FROM,
                                                        TO)))
                                .defectsPerMillion())
                .isEqualTo(QualityFact.NOT_STATED);
    }

    @Test
    void aDocumentThatIsTakenBackCountsAsTakenBack() {
        ItemEvent event = event(new LeadTime(14, FROM));
        event.getDocument().setPurpose(DocumentPurpose.CANCEL);
        event.getDocument().setControlNumber(null);
        ItemHeader read = ItemFactReader.read(event).header();

        assertThat(read.cancelled()).isTrue();
        assertThat(read.version()).isEqualTo(new Version(Times.micros(ISSUED), "e-1"));
    }

    @Test
    void valuesThatCannotBeMeantAreNamed() {
        refuses(price("-1", "0", FROM, TO), "unitPrice: expected at least 0 but found -1");
        refuses(price("1", "-1", FROM, TO), "minQuantity: expected at least 0 but found -1");
        refuses(
                price("1", "0", FROM, FROM),
                "validTo: expected a time after validFrom " + FROM + " but found " + FROM);
        refuses(new LeadTime(-1, null), "days: expected at least 0 but found -1");
        refuses(
                new ItemQuality(QualityStatus.APPROVED, -1, null, FROM, TO),
                "defectsPerMillion: expected at least 0 but found -1");
        refuses(new InventoryReport(BigDecimal.ONE, " ", FROM), "unit: expected text but found  ");
    }

    private static void refuses(Object body, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static PriceListEntry price(String price, String min, Instant from, Instant to) {
        return new PriceListEntry(
                new BigDecimal(price), "EUR", new BigDecimal(min), "C62", from, to);
    }

    private static ItemFact read(Object body) {
        return ItemFactReader.read(event(body));
    }

    private static ItemEvent event(Object body) {
        return new ItemEvent(
                new Envelope(
                        "e-1", "edi-x12", "main", "1", "501", ISSUED, ISSUED, KNOWN, List.of(),
                        null),
                new Document("D-1", DocumentPurpose.ORIGINAL, ISSUED, "77"),
                new ItemReference("V", "O", "G"),
                body);
    }
}
