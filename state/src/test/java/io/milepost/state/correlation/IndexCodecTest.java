package io.milepost.state.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.Envelope;
import io.milepost.events.LineReference;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OrderState;
import io.milepost.state.LineKey;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IndexCodecTest {

    private static final LineKey LINE = new LineKey("main", "1", 42, 4200);

    @Test
    void anOrderComesBackWithEveryName() throws ReflectiveOperationException {
        OrderIndex index =
                OrderIndex.EMPTY
                        .with(line(12388, 3, 7, "VI", "OI", "GT"))
                        .with(line(12389, 4, 8, null, null, null));

        assertThat(OrderIndex.read(input(bytes(index::write)))).isEqualTo(index);
        for (RecordComponent name : OrderLineEntry.class.getRecordComponents()) {
            assertThat(name.getAccessor().invoke(index.lines().get(0)))
                    .as("%s is not left at its default by this test", name.getName())
                    .isNotIn(null, 0, 0L);
        }
    }

    @Test
    void aShipmentComesBack() {
        ShipmentIndex index =
                ShipmentIndex.EMPTY
                        .with(new ShipmentBinding(LINE, "S1", 1_772_000_000_000_001L))
                        .with(new ShipmentBinding(LINE, "S2", -5));

        assertThat(ShipmentIndex.read(input(bytes(index::write)))).isEqualTo(index);
    }

    @Test
    void readsAndWritesTheBytesOfTheFirstRelease() throws IOException {
        byte[] orderBytes = released("order.hex");
        byte[] shipmentBytes = released("shipment.hex");
        OrderIndex order = OrderIndex.read(input(orderBytes));
        ShipmentIndex shipment = ShipmentIndex.read(input(shipmentBytes));

        assertThat(order.lines())
                .containsExactly(
                        new OrderLineEntry(12388, 42, 3, 7, "acme", "VI", "OI", "GT"),
                        new OrderLineEntry(12389, 42, 4, 8, "acme", null, null, null));
        assertThat(shipment.bindings())
                .containsExactly(new ShipmentBinding(LINE, "S1", 1_772_000_000_000_001L));
        assertThat(bytes(order::write)).isEqualTo(orderBytes);
        assertThat(bytes(shipment::write)).isEqualTo(shipmentBytes);
    }

    @Test
    void refusesLaterLayouts() {
        assertThatThrownBy(() -> OrderIndex.read(input(new byte[] {2})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("index of an order: expected layout 1 but found 2");
        assertThatThrownBy(() -> ShipmentIndex.read(input(new byte[] {2})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("index of a shipment: expected layout 1 but found 2");
    }

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

    @Test
    void aReferenceThatIsUsedAgainBelongsToTheNewestShipmentBeforeTheEvent() {
        LineKey later = new LineKey("main", "1", 43, 4300);
        ShipmentIndex index =
                ShipmentIndex.EMPTY
                        .with(new ShipmentBinding(later, "S2", 200))
                        .with(new ShipmentBinding(LINE, "S1", 100));

        assertThat(index.linesAt(150)).isEqualTo(Set.of(LINE));
        assertThat(index.linesAt(200)).isEqualTo(Set.of(later));
        assertThat(index.linesAt(50)).as("before any left").isEqualTo(Set.of(LINE));
        assertThat(ShipmentIndex.EMPTY.linesAt(50)).isEmpty();
    }

    private static LineReference named(Integer number, String vendorItem) {
        return new LineReference(null, null, number, vendorItem, null, null);
    }

    private static OdooOrderLine line(
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

    private static byte[] bytes(Consumer<StateOutput> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.accept(new StateOutput(new DataOutputStream(bytes)));
        return bytes.toByteArray();
    }

    private static byte[] released(String name) throws IOException {
        try (InputStream file =
                IndexCodecTest.class.getResourceAsStream("/io/milepost/state/v1/" + name)) {
            String hex = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        }
    }

    private static StateInput input(byte[] bytes) {
        return new StateInput(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
