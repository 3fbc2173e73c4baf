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

    private static final long KNOWN = 10;
    private static final OrderIndex ORDER =
            OrderIndex.EMPTY
                    .with(line(1, 1, 1, "VI", "OI", "GT"))
                    .with(line(2, 2, 1, "VI", "OI2", "GT2"))
                    .with(line(3, 3, 1, "VI3", "OI3", "GT"));

    @Test
    void anOlderVersionOfALineOnlyTellsSinceWhenItIsKnown() {
        OrderIndex index = OrderIndex.EMPTY.with(line(1, 3, 7, "VI", "OI", "GT"));
        OdooOrderLine older = line(1, 3, 6, "X", "X", "X");
        older.getEnvelope().setKnownAt(Instant.EPOCH.minusSeconds(1));

        assertThat(index.with(line(1, 3, 6, "X", "X", "X"))).isEqualTo(index);
        assertThat(index.with(older).lines())
                .containsExactly(index.lines().get(0).knownSince(-1_000_000));
        assertThat(OrderIndex.EMPTY.with(older).with(line(1, 3, 7, "VI", "OI", "GT")))
                .isEqualTo(index.with(older));
    }

    @Test
    void aNumberIsFoundAtOnce() {
        assertThat(found(named(2, null, null), false)).containsExactly(2L);
        assertThat(found(named(2, "VI", null), false)).as("and its item").containsExactly(2L);
    }

    @Test
    void twoLinesOfOneItemAreAmbiguousAndNeverGuessed() {
        assertThat(kind(named(null, "VI", null), true)).isEqualTo(Match.Kind.AMBIGUOUS);
        assertThat(kind(named(null, null, "GT"), true)).isEqualTo(Match.Kind.AMBIGUOUS);
        assertThat(found(named(null, "VI3", null), true)).containsExactly(3L);
        assertThat(found(null, false)).as("the whole order").containsExactly(1L, 2L, 3L);
    }

    @Test
    void anItemWaitsUntilEveryLineIsHereThatWasKnownBefore() {
        assertThat(kind(named(null, "VI3", null), false)).isEqualTo(Match.Kind.NOT_YET);
    }

    @Test
    void aNumberThatNoLineHasIsThePartnersOwnAndItsItemDecides() {
        assertThat(kind(named(30, "VI3", null), false)).isEqualTo(Match.Kind.NOT_YET);
        assertThat(found(named(30, "VI3", null), true)).containsExactly(3L);
        assertThat(kind(named(30, "VI", null), true)).isEqualTo(Match.Kind.AMBIGUOUS);
        assertThat(kind(named(30, null, null), true)).isEqualTo(Match.Kind.NOT_YET);
    }

    @Test
    void aNumberThatContradictsTheItemIsThePartnersOwnAndTheItemDecides() {
        assertThat(kind(named(2, "VI3", null), false)).isEqualTo(Match.Kind.NOT_YET);
        assertThat(found(named(2, "VI3", null), true)).containsExactly(3L);
        assertThat(kind(named(3, "VI", null), true))
                .as("the number does not choose among the lines of the item")
                .isEqualTo(Match.Kind.AMBIGUOUS);
        assertThat(found(named(2, "a substitute", null), true)).containsExactly(2L);
    }

    @Test
    void aLineThatCameAfterTheMessageIsFoundOnlyIfThereWasNoneBefore() {
        OdooOrderLine later = line(4, 4, 1, "VI3", "OI4", null);
        later.getEnvelope().setKnownAt(Instant.EPOCH.plusSeconds(1));
        OrderIndex order = ORDER.with(later);

        assertThat(LineSearch.match(order, named(null, "VI3", null), KNOWN, true).lines())
                .extracting(OrderLineEntry::lineId)
                .containsExactly(3L);
        assertThat(LineSearch.match(order, named(null, "VI3", null), 2_000_000, true).kind())
                .isEqualTo(Match.Kind.AMBIGUOUS);
        LineReference onlyLater = new LineReference(null, null, null, null, "OI4", null);
        assertThat(LineSearch.match(order, onlyLater, KNOWN, true).kind())
                .isEqualTo(Match.Kind.FOUND);
    }

    @Test
    void aNumberThatBecameKnownAfterTheMessageCountsOnlyIfTheItemFoundNothing() {
        OrderIndex order =
                OrderIndex.EMPTY
                        .with(line(2, null, 1, "VI", "OI2", null))
                        .with(line(3, null, 1, "VI3", "OI3", null))
                        .with(new LineNumber(2, 20, 2_000_000));

        LineReference both = named(20, "VI3", null);
        assertThat(LineSearch.match(order, both, KNOWN, false).kind())
                .isEqualTo(Match.Kind.NOT_YET);
        assertThat(LineSearch.match(order, both, KNOWN, true).lines())
                .extracting(OrderLineEntry::lineId)
                .as("as if the number had not come yet")
                .containsExactly(3L);
        assertThat(LineSearch.match(order, named(20, "a substitute", null), KNOWN, true).lines())
                .extracting(OrderLineEntry::lineId)
                .containsExactly(2L);
        assertThat(LineSearch.match(order, named(20, null, null), KNOWN, false).lines())
                .extracting(OrderLineEntry::lineId)
                .as("nothing else is named")
                .containsExactly(2L);
    }

    @Test
    void anItemOfALineThatWasSplitMeansTheLineAndNotItsParts() {
        OrderIndex order = ORDER.with(part(4, 3)).with(part(5, 4));

        assertThat(LineSearch.match(order, named(null, "VI3", null), KNOWN, true).lines())
                .extracting(OrderLineEntry::lineId)
                .containsExactly(3L);
        assertThat(LineSearch.match(order, named(5, "VI3", null), KNOWN, true).lines())
                .as("a part that has a number is found by it")
                .extracting(OrderLineEntry::lineId)
                .containsExactly(5L);
        assertThat(LineSearch.match(order, named(2, "VI3", null), KNOWN, true).lines())
                .as("the number of another line says no more than none")
                .extracting(OrderLineEntry::lineId)
                .containsExactly(3L);
        assertThat(LineSearch.match(order, null, KNOWN, true).lines()).hasSize(5);
    }

    @Test
    void aPartThatGotAnItemOfItsOwnIsFoundByIt() {
        OdooOrderLine other = line(4, 4, 1, "VI4", "OI3", "GT4");
        other.setSplitOf(3L);
        OrderIndex order = ORDER.with(other).with(part(5, 99));

        assertThat(LineSearch.match(order, named(null, "VI4", null), KNOWN, true).lines())
                .extracting(OrderLineEntry::lineId)
                .containsExactly(4L);
        assertThat(LineSearch.match(order, named(null, "VI3", null), KNOWN, true).kind())
                .as("a part of a line that is not known is a line like any other")
                .isEqualTo(Match.Kind.AMBIGUOUS);
    }

    private static OdooOrderLine part(int id, long of) {
        OdooOrderLine part = line(id, id, 1, "VI3", "OI3", "GT");
        part.setSplitOf(of);
        return part;
    }

    private static Match.Kind kind(LineReference reference, boolean isComplete) {
        return LineSearch.match(ORDER, reference, KNOWN, isComplete).kind();
    }

    private static List<Long> found(LineReference reference, boolean isComplete) {
        Match match = LineSearch.match(ORDER, reference, KNOWN, isComplete);
        assertThat(match.kind()).isEqualTo(Match.Kind.FOUND);
        return match.lines().stream().map(OrderLineEntry::lineId).toList();
    }

    private static LineReference named(Integer number, String vendorItem, String gtin) {
        return new LineReference(null, null, number, vendorItem, null, gtin);
    }

    static OdooOrderLine line(
            long id, Integer number, long version, String vendorItem, String ownItem, String gtin) {
        Instant now = Instant.EPOCH.plusNanos(1_000);
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
                now,
                null);
    }
}
