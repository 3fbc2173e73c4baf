package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.CaptureLog.LATER;
import static io.milepost.odoo.changes.CaptureLog.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.OdooOrder;
import io.milepost.events.OdooOrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a transaction comes to, whatever Odoo wrote in it. */
class CapturedTransactionsTest {

    private final CaptureLog log = new CaptureLog().furnish();

    @Test
    void aTransactionIsFoldedToWhatItLeft() {
        log.orderAsOdooWritesIt(28);

        LogFollower told = LogFollower.of(log);

        assertThat(told.events(OdooOrderLine.class))
                .extracting(OdooOrderLine::getQuantity)
                .containsExactly(new BigDecimal("100.000000"));
        assertThat(told.events(OdooOrder.class)).hasSize(1);
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void withoutFoldingHalvesWouldBeTold() {
        log.orderAsOdooWritesIt(28);

        LogFollower told = LogFollower.withoutFolding().take(log.records());

        assertThat(told.events(OdooOrderLine.class))
                .extracting(OdooOrderLine::getQuantity)
                .containsExactly(new BigDecimal("50.000000"), new BigDecimal("100.000000"));
    }

    @Test
    void whatWasWrittenEarlierAndCommittedLaterIsNotLost() {
        log.orderAsOdooWritesIt(28);
        CaptureLog.Transaction open =
                log.begin().update("purchase_order_line", 28, line(28, LATER));
        log.orderAsOdooWritesIt(29);
        open.commit();

        LogFollower told = LogFollower.of(log);

        assertThat(told.events(OdooOrderLine.class))
                .extracting(OdooOrderLine::getLineId)
                .containsExactly(28L, 29L, 28L);
        assertThat(told.events(OdooOrderLine.class).get(2).getPlannedAt())
                .isEqualTo(Instant.parse("2026-05-01T08:00:00Z"));
    }

    @Test
    void aTransactionThatIsNotWholeIsToldAndReported() {
        log.orderAsOdooWritesIt(28);
        List<byte[]> without = new ArrayList<>(log.records());
        without.remove(without.size() - 3);

        LogFollower told = new LogFollower().take(without);

        assertThat(told.rejections())
                .containsExactly(
                        "transaction 701: expected its beginning and 4 records but found it and 3;"
                                + " what there was of it has been told");
        assertThat(told.events(OdooOrder.class)).hasSize(1);
    }
}
