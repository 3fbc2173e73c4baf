package io.milepost.local.distributor;

import io.milepost.events.CarrierEvent;
import io.milepost.events.CarrierStatus;
import io.milepost.events.Reference;
import io.milepost.events.ReferenceType;
import io.milepost.events.TimeClassifier;
import io.milepost.local.feed.FeedKeys;
import io.milepost.local.feed.Micros;
import io.milepost.schemas.Catalogue;
import java.util.List;

/**
 * What a carrier reports of one shipment. It knows its own tracking number only, and does not wait
 * for the supplier's ship notice.
 */
final class CarrierStory {

    private final Pen pen;
    private final String company;
    private final Dice dice;
    private final Reference tracking;
    private final long silentAfter;
    private int events;

    /**
     * @param company for whom it carries
     */
    CarrierStory(Pen pen, String company, Dice dice, String tracking) {
        this.pen = pen;
        this.company = company;
        this.dice = dice;
        this.tracking = new Reference(ReferenceType.TRACKING_NUMBER, tracking);
        this.silentAfter =
                dice.chance(Habits.CARRIER_FALLS_SILENT) ? dice.between(1, 5) : Integer.MAX_VALUE;
    }

    void tell(long shippedAt, long arrival) {
        long way = arrival - shippedAt;
        long estimate = arrival + dice.between(-Micros.DAY, Micros.DAY);
        if (dice.chance(0.3)) {
            said(
                    CarrierStatus.PICKED_UP,
                    TimeClassifier.PLANNED,
                    shippedAt,
                    shippedAt - Micros.HOUR);
        }
        actual(CarrierStatus.PICKED_UP, shippedAt + way / 50, null);
        actual(CarrierStatus.IN_TRANSIT, shippedAt + way / 5, estimate);
        if (dice.chance(0.5)) {
            said(
                    CarrierStatus.DELIVERED,
                    TimeClassifier.ESTIMATED,
                    estimate,
                    shippedAt + way * 3 / 10);
        }
        if (dice.chance(0.4)) {
            actual(CarrierStatus.IN_TRANSIT, shippedAt + way / 2, arrival);
        }
        if (dice.chance(0.1)) {
            actual(CarrierStatus.CUSTOMS_CLEARED, shippedAt + way * 6 / 10, null);
        }
        if (dice.chance(0.05)) {
            actual(CarrierStatus.DELAYED, shippedAt + way * 7 / 10, null);
        }
        actual(CarrierStatus.ARRIVED, shippedAt + way * 8 / 10, null);
        actual(CarrierStatus.OUT_FOR_DELIVERY, shippedAt + way * 93 / 100, null);
        actual(CarrierStatus.DELIVERED, shippedAt + way * 99 / 100, null);
    }

    private void actual(CarrierStatus status, long occurredAt, Long estimate) {
        long lag =
                dice.chance(Habits.CARRIER_LATE)
                        ? dice.between(2 * Micros.HOUR, 36 * Micros.HOUR)
                        : dice.between(Micros.MINUTE, 30 * Micros.MINUTE);
        write(status, TimeClassifier.ACTUAL, occurredAt, estimate, occurredAt, occurredAt + lag);
    }

    private void said(
            CarrierStatus status, TimeClassifier classifier, long occurredAt, long recordedAt) {
        write(status, classifier, occurredAt, null, recordedAt, recordedAt + Micros.MINUTE);
    }

    private void write(
            CarrierStatus status,
            TimeClassifier classifier,
            long occurredAt,
            Long estimate,
            long recordedAt,
            long knownAt) {
        events++;
        if (events > silentAfter) {
            return;
        }
        CarrierEvent event =
                new CarrierEvent(
                        pen.envelope(
                                company,
                                tracking.getValue() + "-" + events,
                                "carrier",
                                "FASTFREIGHT",
                                occurredAt,
                                recordedAt,
                                knownAt,
                                List.of(tracking)),
                        status,
                        classifier,
                        estimate == null ? null : pen.instant(estimate),
                        null,
                        null);
        String key = FeedKeys.shipment(Order.INSTANCE, company, tracking);
        pen.write(Catalogue.CARRIER_EVENTS, key, event, null, knownAt);
    }
}
