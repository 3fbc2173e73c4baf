package io.milepost.state.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.OdooOrderLine;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.Version;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes of what the correlation remembers: of this release, and of earlier ones. */
class IndexCodecTest {

    private static final LineKey LINE = new LineKey("main", "1", 42, 4200);
    private static final long SHIPPED = 1_772_000_000_000_001L;
    private static final Lifetime LIFETIME =
            new Lifetime(1_772_100_000_000_002L, 1_806_000_000_003L);

    private static final ShipmentBinding BINDING =
            new ShipmentBinding(
                    LINE, "N1", "S1", "acme", new Version(SHIPPED + 1, "c/e"), true, SHIPPED);

    private static final OrderIndex ORDER =
            OrderIndex.EMPTY
                    .with(OrderIndexTest.line(12388, 3, 7, "VI", "OI", "GT"))
                    .with(OrderIndexTest.line(12389, 4, 8, null, null, null))
                    .living(LIFETIME);

    private static final OrderIndex NUMBERED =
            ORDER.with(part()).with(new LineNumber(12391, 6, SHIPPED));

    private static OdooOrderLine part() {
        OdooOrderLine part = OrderIndexTest.line(12390, null, 9, "VI", "OI", "GT");
        part.setSplitOf(12388L);
        return part;
    }

    private static final LinkIndex LINK =
            LinkIndex.EMPTY
                    .with(BINDING)
                    .with(new ShipmentBinding(LINE, null, "S2", null, Version.of(3), false, -5))
                    .linkedTo(List.of("main/1/CONTAINER/C"))
                    .living(LIFETIME);

    private static final BoundNotice NOTICE =
            new BoundNotice(
                    BINDING, new TreeSet<>(Set.of("r1")), new TreeSet<>(Set.of("r1", "r2")));

    private static final ShipmentIndex SHIPMENT =
            ShipmentIndex.EMPTY.with(BINDING).linkedWith("r2", BINDING).living(LIFETIME);

    private static final Delivery FIRST_DELIVERY = delivery(Set.of());

    private static final Delivery DELIVERY =
            delivery(Set.of("ship-notice/N1/S1", "ship-notice/N2/S1"));

    private static Delivery delivery(Set<String> notices) {
        return Delivery.EMPTY
                .asking(2)
                .with(
                        "r1",
                        new Reach(
                                Map.of(LINE, notices),
                                Map.of(new LineKey("m", "2", 3, 4), Set.of())))
                .with("r2", Reach.NONE)
                .forgotten("r2")
                .told(List.of(new Turn(LINE, 2, notices)));
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("v3/order", NUMBERED, NUMBERED::write, OrderIndex::read),
                kind("v2/link", LINK, LINK::write, LinkIndex::read),
                kind("v2/notice", NOTICE, NOTICE::write, BoundNotice::read),
                kind("v2/shipment", SHIPMENT, SHIPMENT::write, ShipmentIndex::read),
                kind("v3/delivery", DELIVERY, DELIVERY::write, Delivery::read));
    }

    private static Arguments kind(
            String name,
            Object value,
            Consumer<StateOutput> writer,
            Function<StateInput, Object> reader) {
        return Arguments.of(name, value, writer, reader);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void comesBack(
            String name,
            Object value,
            Consumer<StateOutput> writer,
            Function<StateInput, Object> reader) {
        assertThat(reader.apply(input(bytes(writer)))).as(name).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void isReadFromAndWrittenAsTheBytesOfItsNewestLayout(
            String name,
            Object value,
            Consumer<StateOutput> writer,
            Function<StateInput, Object> reader)
            throws IOException {
        byte[] released = released(name + ".hex");

        assertThat(HexFormat.of().formatHex(bytes(writer)))
                .isEqualTo(HexFormat.of().formatHex(released));
        assertThat(reader.apply(input(released))).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void isRefusedIfItIsOfALaterRelease(
            String name,
            Object value,
            Consumer<StateOutput> writer,
            Function<StateInput, Object> reader) {
        assertThatThrownBy(() -> reader.apply(input(new byte[] {4})))
                .as(name)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "(index|ship notice|delivery) of an? .*: expected layout 1( or 2| to 3)?"
                                + " but found 4");
    }

    @Test
    void everyFieldIsWritten() throws ReflectiveOperationException {
        for (Record record :
                List.of(NUMBERED.lines().get(2), BINDING, NOTICE, LINK, SHIPMENT, LIFETIME)) {
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                assertThat(part.getAccessor().invoke(record))
                        .as("%s is not left at its default by this test", part.getName())
                        .isNotIn(null, 0, 0L, false, Set.of(), List.of());
            }
        }
    }

    @Test
    void readsTheNumbersOfTheSecondLayoutAsKnownSinceTheirLines() throws IOException {
        assertThat(OrderIndex.read(input(released("v2/order.hex")))).isEqualTo(ORDER);
    }

    @Test
    void readsDeliveriesFromBeforeLinesWereSplitAsByNoNotices() throws IOException {
        assertThat(Delivery.read(input(released("v2/delivery.hex")))).isEqualTo(FIRST_DELIVERY);
    }

    @Test
    void readsTheBytesOfTheFirstRelease() throws IOException {
        OrderIndex order = OrderIndex.read(input(released("v1/order.hex")));
        ShipmentIndex shipment = ShipmentIndex.read(input(released("v1/shipment.hex")));

        assertThat(order.lines())
                .containsExactlyElementsOf(
                        ORDER.lines().stream().map(l -> l.knownSince(Times.NONE)).toList());
        assertThat(order.numbered(3, 0)).extracting(OrderLineEntry::lineId).containsExactly(12388L);
        assertThat(order.lifetime()).isEqualTo(Lifetime.NONE);
        assertThat(shipment.bindings().all())
                .containsExactly(
                        new ShipmentBinding(
                                LINE, null, "S1", null, Version.of(Long.MIN_VALUE), true, SHIPPED));
        assertThat(shipment.linked()).isEmpty();
        assertThat(shipment.lifetime()).isEqualTo(Lifetime.NONE);
    }

    @Test
    void aBindingOfTheFirstReleaseGivesWayToWhatItsNoticeSaysNow() throws IOException {
        ShipmentIndex shipment =
                ShipmentIndex.read(input(released("v1/shipment.hex"))).with(BINDING.bound(false));

        assertThat(shipment.bindings().all()).containsExactly(BINDING.bound(false));
    }

    private static byte[] bytes(Consumer<StateOutput> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.accept(new StateOutput(new DataOutputStream(bytes)));
        return bytes.toByteArray();
    }

    private static byte[] released(String name) throws IOException {
        try (InputStream file =
                IndexCodecTest.class.getResourceAsStream("/io/milepost/state/" + name)) {
            String hex = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        }
    }

    private static StateInput input(byte[] bytes) {
        return new StateInput(bytes);
    }
}
