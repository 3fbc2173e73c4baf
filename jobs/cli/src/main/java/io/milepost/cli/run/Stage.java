package io.milepost.cli.run;

import io.milepost.events.MilestoneName;
import java.util.List;
import java.util.Map;

/** The milestones in groups that a glance can take in; a line is in the group of its furthest. */
enum Stage {
    ORDERED(
            "ordered",
            MilestoneName.ORDERED,
            MilestoneName.SENT,
            MilestoneName.RECEIPT_ACKNOWLEDGED),
    ACKNOWLEDGED("acknowledged", MilestoneName.ACKNOWLEDGED),
    SHIPPED("shipped", MilestoneName.SHIPPED),
    ON_THE_WAY(
            "on the way",
            MilestoneName.PICKED_UP,
            MilestoneName.IN_TRANSIT,
            MilestoneName.ARRIVED,
            MilestoneName.CUSTOMS_CLEARED,
            MilestoneName.OUT_FOR_DELIVERY),
    DELIVERED("delivered", MilestoneName.DELIVERED),
    RECEIVED("received", MilestoneName.RECEIVED),
    INVOICED("invoiced", MilestoneName.INVOICED, MilestoneName.MATCHED, MilestoneName.PAID),
    CLOSED("closed", MilestoneName.CLOSED),
    CANCELLED("cancelled", MilestoneName.CANCELLED);

    private final String title;
    private final List<MilestoneName> milestones;

    Stage(String title, MilestoneName... milestones) {
        this.title = title;
        this.milestones = List.of(milestones);
    }

    String title() {
        return title;
    }

    /** How many lines are in this group. */
    long lines(Map<MilestoneName, Long> byFurthest) {
        return milestones.stream().mapToLong(it -> byFurthest.getOrDefault(it, 0L)).sum();
    }
}
