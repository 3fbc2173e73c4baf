package io.milepost.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.CommandKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.LineAnswer;
import io.milepost.events.MilestoneName;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OrderState;
import io.milepost.events.Severity;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.TimeClassifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** State holds constants by their place; new ones may only be added at the end. */
class StoredEnumsTest {

    private static final Map<Class<? extends Enum<?>>, String> RELEASED =
            Map.ofEntries(
                    Map.entry(
                            OrderState.class,
                            "UNKNOWN DRAFT SENT TO_APPROVE PURCHASE LOCKED CANCELLED"),
                    Map.entry(
                            LineAnswer.class,
                            "UNKNOWN ACCEPTED CHANGED BACKORDERED SUBSTITUTED REJECTED ON_HOLD"),
                    Map.entry(
                            CarrierStatus.class,
                            "UNKNOWN BOOKED PICKED_UP IN_TRANSIT ARRIVED CUSTOMS_HELD"
                                    + " CUSTOMS_CLEARED OUT_FOR_DELIVERY DELIVERED DELAYED"
                                    + " EXCEPTION"),
                    Map.entry(TimeClassifier.class, "UNKNOWN PLANNED ESTIMATED ACTUAL"),
                    Map.entry(MoveDirection.class, "UNKNOWN INBOUND RETURN"),
                    Map.entry(MoveState.class, "UNKNOWN PLANNED DONE CANCELLED"),
                    Map.entry(
                            TechnicalOutcome.class,
                            "UNKNOWN ACCEPTED ACCEPTED_WITH_ERRORS REJECTED SENT"),
                    Map.entry(
                            MilestoneName.class,
                            "UNKNOWN ORDERED SENT RECEIPT_ACKNOWLEDGED ACKNOWLEDGED SHIPPED"
                                    + " PICKED_UP IN_TRANSIT ARRIVED CUSTOMS_CLEARED"
                                    + " OUT_FOR_DELIVERY DELIVERED RECEIVED INVOICED MATCHED PAID"
                                    + " CLOSED CANCELLED"),
                    Map.entry(Severity.class, "UNKNOWN LOW MEDIUM HIGH CRITICAL"),
                    Map.entry(EpisodeStatus.class, "UNKNOWN OPEN CLEARED RETRACTED WITHDRAWN"),
                    Map.entry(
                            CommandKind.class,
                            "UNKNOWN SET_LINE_DATE SET_LINE_QUANTITY POST_NOTE REVIEW_ACTIVITY"
                                    + " ACKNOWLEDGE_ORDER SET_VENDOR_REFERENCE"
                                    + " SET_RECEIPT_TRACKING"));

    @Test
    void constantsKeepTheirPlaces() {
        RELEASED.forEach(
                (type, released) -> {
                    List<String> now =
                            Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
                    assertThat(now)
                            .as("%s: stored by place, append only", type.getSimpleName())
                            .startsWith(released.split(" "));
                });
    }
}
