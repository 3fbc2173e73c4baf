package io.milepost.state.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.LineAnswer;
import io.milepost.events.MoveDirection;
import io.milepost.events.MoveState;
import io.milepost.events.OrderState;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Said;
import io.milepost.state.Times;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What single facts mean. */
class FactsTest {

    private static final FactHeader HEADER = Said.order(10, "2026-03-01").fact().header();
    private static final long ESTIMATE = Said.time("2026-02-20");

    @ParameterizedTest
    @CsvSource({
        "DRAFT,      false",
        "SENT,       false",
        "TO_APPROVE, false",
        "PURCHASE,   true",
        "LOCKED,     true",
        "CANCELLED,  false"
    })
    void aSupplierIsBoundByAnOrderThatIsConfirmed(OrderState state, boolean binds) {
        assertThat(order(state, false).confirmed()).isEqualTo(binds);
        assertThat(order(state, true).confirmed()).as("its line is cancelled").isFalse();
        assertThat(order(state, true).cancelled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED,    true,  true",
        "CHANGED,     true,  true",
        "SUBSTITUTED, true,  true",
        "BACKORDERED, false, true",
        "REJECTED,    false, false",
        "ON_HOLD,     false, false"
    })
    void anAnswerConfirmsGoodsOrAtLeastADate(LineAnswer answer, boolean confirms, boolean dates) {
        assertThat(Said.part(10, answer, "2026-03-01").confirms()).isEqualTo(confirms);
        assertThat(Said.part(10, answer, "2026-03-01").promisesDate()).isEqualTo(dates);
        assertThat(Said.part(10, answer, null).promisesDate()).as("without a date").isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "INBOUND, DONE,      true,  false",
        "RETURN,  DONE,      false, true",
        "INBOUND, PLANNED,   false, false",
        "RETURN,  PLANNED,   false, false",
        "INBOUND, CANCELLED, false, false",
        "RETURN,  CANCELLED, false, false"
    })
    void goodsHaveMovedWhenTheMoveIsDone(
            MoveDirection direction, MoveState state, boolean received, boolean returned) {
        ReceiptFact move = new ReceiptFact(HEADER, direction, state, BigDecimal.ONE);

        assertThat(move.received()).isEqualTo(received);
        assertThat(move.returned()).isEqualTo(returned);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, true",
        "ACCEPTED_WITH_ERRORS, true",
        "REJECTED, false",
        "UNKNOWN, false"
    })
    void aDocumentWithErrorsIsAcceptedAllTheSame(TechnicalOutcome outcome, boolean accepted) {
        assertThat(new TechnicalFact(HEADER, outcome).accepted()).isEqualTo(accepted);
    }

    @Test
    void aDeliveryThatIsOnlyEstimatedIsItselfTheEstimate() {
        assertThat(carrier(CarrierStatus.DELIVERED, TimeClassifier.ESTIMATED))
                .isEqualTo(HEADER.occurredAt());
        assertThat(carrier(CarrierStatus.DELIVERED, TimeClassifier.ACTUAL)).isEqualTo(ESTIMATE);
    }

    @ParameterizedTest
    @EnumSource(value = TimeClassifier.class)
    void anyOtherStatusMayNameAnEstimate(TimeClassifier classifier) {
        assertThat(carrier(CarrierStatus.IN_TRANSIT, classifier)).isEqualTo(ESTIMATE);
        assertThat(
                        new CarrierFact(HEADER, CarrierStatus.DELAYED, classifier, Times.NONE)
                                .estimatedDeliveryTime())
                .isEqualTo(Times.NONE);
    }

    private static long carrier(CarrierStatus status, TimeClassifier classifier) {
        return new CarrierFact(HEADER, status, classifier, ESTIMATE).estimatedDeliveryTime();
    }

    private static OrderFact order(OrderState state, boolean lineCancelled) {
        OrderFact order = (OrderFact) Said.order(10, Said.time("2026-03-01"), state).fact();
        return new OrderFact(
                order.header(),
                order.orderName(),
                state,
                lineCancelled,
                order.vendor(),
                order.ownItem(),
                order.category(),
                order.warehouse(),
                order.incoterm(),
                order.quantity(),
                order.unit(),
                order.unitFactor(),
                order.unitPrice(),
                order.currency(),
                order.orderedAt(),
                order.confirmedAt(),
                order.plannedAt());
    }
}
