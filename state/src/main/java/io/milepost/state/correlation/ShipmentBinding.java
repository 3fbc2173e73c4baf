package io.milepost.state.correlation;

import io.milepost.state.LineKey;
import io.milepost.state.codec.HeaderCodec;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.fact.ShipNoticeFact;
import io.milepost.state.fact.Version;
import java.util.Comparator;
import java.util.Objects;

/**
 * What the newest known version of a ship notice says of one line under one reference.
 *
 * @param line the line
 * @param number number of the document; {@code null} where an earlier release did not keep it
 * @param shipmentId identity of the shipment within its supplier
 * @param partner the supplier; {@code null} where an earlier release did not keep it
 * @param version version of the document
 * @param bound whether the reference stands for this shipment; false once the notice was taken back
 *     or replaced by one that names other references
 * @param shippedAt when the shipment left, microseconds
 */
public record ShipmentBinding(
        LineKey line,
        String number,
        String shipmentId,
        String partner,
        Version version,
        boolean bound,
        long shippedAt) {

    /** A total order in which of two statements about the same thing the later one counts. */
    static final Comparator<ShipmentBinding> BY_VERSION =
            Comparator.comparing(ShipmentBinding::version)
                    .thenComparing(b -> !b.bound())
                    .thenComparingLong(ShipmentBinding::shippedAt)
                    .thenComparing(b -> Objects.requireNonNullElse(b.partner(), ""))
                    .thenComparing(b -> Objects.requireNonNullElse(b.number(), ""));

    /** The order in which bindings are kept, whatever order they came in. */
    static final Comparator<ShipmentBinding> BY_NAME =
            Comparator.comparing((ShipmentBinding b) -> b.line().toString())
                    .thenComparing(ShipmentBinding::shipmentId)
                    .thenComparing(b -> Objects.requireNonNullElse(b.number(), ""));

    private static final Version UNVERSIONED = Version.of(Long.MIN_VALUE);

    /** Checks what no binding is without. */
    public ShipmentBinding {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(shipmentId, "shipmentId");
        Objects.requireNonNull(version, "version");
    }

    /** The same, bound or not. */
    ShipmentBinding bound(boolean bound) {
        return new ShipmentBinding(line, number, shipmentId, partner, version, bound, shippedAt);
    }

    /** Whether it is about the same line of the same document. */
    boolean isAboutTheSame(ShipmentBinding other) {
        return line.equals(other.line)
                && shipmentId.equals(other.shipmentId)
                && (number == null || other.number == null || number.equals(other.number));
    }

    /** Whether the same shipment is meant: suppliers number their shipments by themselves. */
    boolean isOfShipment(ShipmentBinding other) {
        return shipmentId.equals(other.shipmentId)
                && (partner == null || other.partner == null || partner.equals(other.partner));
    }

    /** Identity of the ship notice; {@code null} where an earlier release did not keep it. */
    String notice() {
        return number == null ? null : ShipNoticeFact.identity(number, shipmentId);
    }

    /** Writes. */
    public void write(StateOutput out) {
        out.text(line.toString());
        out.text(shipmentId);
        out.number(shippedAt);
        out.text(number);
        out.text(partner);
        HeaderCodec.write(version, out);
        out.flag(bound);
    }

    /** Reads. */
    public static ShipmentBinding read(StateInput in) {
        LineKey line = LineKey.parse(in.text());
        String shipmentId = in.text();
        long shippedAt = in.number();
        return new ShipmentBinding(
                line,
                in.text(),
                shipmentId,
                in.text(),
                HeaderCodec.readVersion(in),
                in.flag(),
                shippedAt);
    }

    /** Reads what the first release wrote: it bound for good, by whatever version. */
    static ShipmentBinding readFirstLayout(StateInput in) {
        return new ShipmentBinding(
                LineKey.parse(in.text()), null, in.text(), null, UNVERSIONED, true, in.number());
    }
}
