package io.milepost.state.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.Envelope;
import io.milepost.events.ItemReference;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemKeyTest {

    @Test
    void anItemIsKnownByTheSuppliersNumberThenByGtinThenByOurs() {
        assertThat(key("V", "O", "G")).isEqualTo("main/1/501/vendorItem=V");
        assertThat(key(null, "O", "G")).isEqualTo("main/1/501/gtin=G");
        assertThat(key(" ", "O", "")).isEqualTo("main/1/501/ownItem=O");
    }

    @Test
    void slashesBarsAndPercentSignsInNumbersDoNotPartTheKey() {
        ItemKey key = ItemKey.of(envelope("50/1"), reference("A/B|C%2F", null, null));

        assertThat(key.toString()).isEqualTo("main/1/50%2F1/vendorItem=A%2FB%7CC%252F");
        assertThat(ItemKey.parse(key.toString())).isEqualTo(key);
    }

    @Test
    void anItemWithoutANameOrAPartnerIsRefused() {
        assertThatThrownBy(() -> key(null, null, " "))
                .hasMessage(
                        "item: expected the supplier's number, a GTIN or our number but found"
                                + " none");
        assertThatThrownBy(() -> ItemKey.of(envelope(null), reference("V", null, null)))
                .hasMessage("item key.partner: expected text but found null");
        assertThatThrownBy(() -> ItemKey.parse("main/1/501"))
                .hasMessage(
                        "item key: expected instance/company/partner/item but found main/1/501");
    }

    private static String key(String vendorItem, String ownItem, String gtin) {
        return ItemKey.of(envelope("501"), reference(vendorItem, ownItem, gtin)).toString();
    }

    private static ItemReference reference(String vendorItem, String ownItem, String gtin) {
        return new ItemReference(vendorItem, ownItem, gtin);
    }

    private static Envelope envelope(String partner) {
        return new Envelope(
                "e",
                "portal",
                "main",
                "1",
                partner,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                null);
    }
}
