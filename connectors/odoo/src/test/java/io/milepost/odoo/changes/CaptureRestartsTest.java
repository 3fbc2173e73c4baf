package io.milepost.odoo.changes;

import static io.milepost.odoo.changes.CaptureLog.LATER;
import static io.milepost.odoo.changes.CaptureLog.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.OdooOrderLine;
import io.milepost.odoo.changes.CaptureStep.Became;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told when the connector's worker, or the reader, dies and goes on. */
class CaptureRestartsTest {

    private final CaptureLog log = new CaptureLog().furnish();

    @Test
    void whatComesAgainIsNotToldAgain() {
        log.orderAsOdooWritesIt(28);
        int noted = log.size();
        log.begin().update("purchase_order_line", 28, line(28, LATER)).commit();
        log.orderAsOdooWritesIt(29);
        LogFollower told = LogFollower.of(log);
        int events = told.events().size();
        int last = log.size();
        log.begin().update("purchase_order_line", 29, line(29, LATER)).commit();

        // The worker dies before the end of the last transaction, and has noted none of the others.
        told.take(log.records().subList(last, last + 2));
        told.take(log.records().subList(noted, last));
        assertThat(told.events()).as("of what comes again").hasSize(events);
        told.take(log.from(last));

        assertThat(told.events()).as("the line, and the order with it").hasSize(events + 2);
        assertThat(told.events(OdooOrderLine.class))
                .last()
                .satisfies(
                        line -> {
                            assertThat(line.getLineId()).isEqualTo(29);
                            assertThat(line.getPlannedAt())
                                    .isEqualTo(Instant.parse("2026-05-01T08:00:00Z"));
                        });
        assertThat(told.rejections()).isEmpty();
        assertThat(told.booked(Became.DUPLICATE))
                .as("the row without an end, and the rows and ends of both that came again")
                .isEqualTo(1 + 2 + 5);
    }

    @Test
    void aTransactionThatGoesOnWhereTheWorkerDiedIsWhole() {
        log.orderAsOdooWritesIt(28);
        List<byte[]> all = log.records();
        LogFollower told = new LogFollower().take(all.subList(0, all.size() - 3));
        // Two rows come again, its beginning does not.
        told.take(all.subList(all.size() - 5, all.size()));

        assertThat(told.events(OdooOrderLine.class)).hasSize(1);
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void aReaderGoesOnWhereAnotherStoodAfterAnyRecord() {
        log.orderAsOdooWritesIt(28);
        log.begin().update("purchase_order_line", 28, line(28, LATER)).commit();
        log.begin().delete("purchase_order_line", 28).commit();
        LogFollower whole = LogFollower.of(log);

        LogFollower told = new LogFollower();
        for (byte[] record : log.records()) {
            told.restart();
            told.take(List.of(record));
        }

        assertThat(told.events(OdooOrderLine.class)).hasSize(3);
        assertThat(told.events()).isEqualTo(whole.events());
        assertThat(told.kept()).isEqualTo(whole.kept());
        assertThat(told.kept())
                .as("nothing of work that is done is left")
                .noneMatch(key -> key.startsWith("gathered") || key.startsWith("to-tell"));
    }
}
