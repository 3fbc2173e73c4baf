package io.milepost.state.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OrderState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderIndexTest {

    @Test
    void anOlderVersionOfALineChangesNothing() {
        OrderIndex index = OrderIndex.EMPTY.with(line(1, 3, 7, "VI", "OI", "GT"));

        assertThat(index.with(line(1, 9, 6, "X", "X", "X"))).isEqualTo(index);
    }

    @Test
    void twoLinesOfOneItemAreAmbiguousAndNeverGuessed() {
        OrderIndex index =
                OrderIndex.EMPTY
                        .with(line(1, 1, 1, "VI", "OI", "GT"))
                        .with(line(2, 2, 1, "VI", "OI2", "GT"));

        assertThat(index.match(named(null, "VI")).kind()).isEqualTo(Match.Kind.AMBIGUOUS);
        assertThat(index.match(named(2, "VI")).lines())
                .extracting(OrderLineEntry::lineId)
                .containsExactly(2L);
        assertThat(index.match(named(3, null)).kind()).isEqualTo(Match.Kind.NOT_YET);
        assertThat(index.match(null).lines()).hasSize(2);
    }

    private static LineReference named(Integer number, String vendorItem) {
        return new LineReference(null, null, number, vendorItem, null, null);
    }

    static OdooOrderLine line(
            long id, int number, long version, String vendorItem, String ownItem, String gtin) {
        Instant now = Instant.EPOCH;
        return new OdooOrderLine(
                new Envelope("e", "odoo", "main", "1", null, now, now, now, List.of(), null),
                version,
                42L,
                id,
                "P00042",
                number,
                OrderState.PURCHASE,
                false,
                "acme",
                null,
                vendorItem,
                ownItem,
                gtin,
                null,
                null,
                null,
                null,
                BigDecimal.ONE,
                "C62",
                BigDecimal.ONE,
                BigDecimal.ONE,
                "EUR",
                now,
                null,
                now);
    }
}
