package io.milepost.state.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.state.LineKey;
import io.milepost.state.fact.Version;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BindingsTest {

    private static final LineKey LINE = new LineKey("main", "1", 42, 4200);
    private static final LineKey OTHER = new LineKey("main", "1", 43, 4300);

    @Test
    void aReferenceThatIsUsedAgainBelongsToTheNewestShipmentBeforeTheEvent() {
        Bindings bindings =
                Bindings.NONE
                        .with(binding(OTHER, "S2", "acme", 200))
                        .with(binding(LINE, "S1", "acme", 100));

        assertThat(at(bindings, 150)).isEqualTo(Set.of(LINE));
        assertThat(at(bindings, 200)).isEqualTo(Set.of(OTHER));
        assertThat(at(bindings, 50)).as("before any left").isEqualTo(Set.of(LINE));
        assertThat(at(Bindings.NONE, 50)).isEmpty();
    }

    @Test
    void aShipmentHasAllItsLines() {
        Bindings bindings =
                Bindings.NONE
                        .with(binding(LINE, "S1", "acme", 100))
                        .with(binding(OTHER, "S1", "acme", 110));

        assertThat(at(bindings, 105)).isEqualTo(Set.of(LINE, OTHER));
    }

    @Test
    void twoSuppliersMayNumberTheirShipmentsAlike() {
        Bindings bindings =
                Bindings.NONE
                        .with(binding(LINE, "S1", "acme", 100))
                        .with(binding(OTHER, "S1", "bolt", 200));

        assertThat(at(bindings, 150)).isEqualTo(Set.of(LINE));
        assertThat(at(bindings, 250)).isEqualTo(Set.of(OTHER));
    }

    @Test
    void aNoticeThatWasTakenBackBindsNoLongerAlsoIfItsFirstVersionComesLast() {
        ShipmentBinding first = binding(LINE, "S1", "acme", 100);
        ShipmentBinding cancelled =
                new ShipmentBinding(LINE, "S1", "S1", "acme", Version.of(2), false, 100);

        assertThat(at(Bindings.NONE.with(first).with(cancelled), 150)).isEmpty();
        assertThat(Bindings.NONE.with(cancelled).with(first))
                .isEqualTo(Bindings.NONE.with(first).with(cancelled));
    }

    private static Set<LineKey> at(Bindings bindings, long time) {
        return Bindings.linesAt(List.of(bindings), time, partner -> false).keySet();
    }

    private static ShipmentBinding binding(
            LineKey line, String shipment, String partner, long shippedAt) {
        return new ShipmentBinding(
                line, shipment, shipment, partner, Version.of(1), true, shippedAt);
    }
}
