package io.milepost.pipelines.milestones.correlation;

import io.milepost.events.DocumentPurpose;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.pipelines.milestones.Keys;
import io.milepost.pipelines.milestones.route.LinkMessage;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.correlation.BoundNotice;
import io.milepost.state.correlation.ShipmentBinding;
import io.milepost.state.intake.FactReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The ship notices of an order. A version that takes one back, or names other references than the
 * version before, has to be told to the references of all versions, whichever came first.
 */
final class ShipNotices {

    /** No time to live: they go with the index of their order. */
    private static final MapStateDescriptor<String, BoundNotice> NOTICES =
            new MapStateDescriptor<>("order-notices", Types.STRING, BoundNoticeType.INSTANCE);

    private final MapState<String, BoundNotice> notices;

    private ShipNotices(MapState<String, BoundNotice> notices) {
        this.notices = notices;
    }

    /** Binds to the state of a function. */
    static ShipNotices of(RuntimeContext context) {
        return new ShipNotices(context.getMapState(NOTICES));
    }

    /** Takes in a version of a ship notice for a line and says what references have to hear. */
    List<LinkMessage> with(LineKey line, SupplierEvent event) throws Exception {
        BoundNotice version =
                BoundNotice.of(binding(line, event), Keys.shipments(event.getEnvelope()));
        String name = name(version.newest());
        BoundNotice before = notices.get(name);
        BoundNotice after = before == null ? version : before.with(version);
        if (after.equals(before)) {
            return List.of();
        }
        notices.put(name, after);
        long knownAt = Times.micros(event.getEnvelope().getKnownAt());
        List<LinkMessage> told = new ArrayList<>();
        after.told()
                .forEach(
                        (reference, binding) ->
                                told.add(LinkMessage.binding(reference, binding, knownAt)));
        return told;
    }

    /** Forgets all of them. */
    void clear() {
        notices.clear();
    }

    private static ShipmentBinding binding(LineKey line, SupplierEvent event) {
        ShipNotice notice = (ShipNotice) event.getBody();
        return new ShipmentBinding(
                line,
                event.getDocument().getNumber(),
                notice.getShipmentId(),
                event.getEnvelope().getPartner(),
                FactReader.version(event),
                event.getDocument().getPurpose() != DocumentPurpose.CANCEL,
                Times.micros(notice.getShippedAt()));
    }

    private static String name(ShipmentBinding notice) {
        return notice.line() + "\n" + notice.number() + "\n" + notice.shipmentId();
    }
}
