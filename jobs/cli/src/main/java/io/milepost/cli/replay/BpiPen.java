package io.milepost.cli.replay;

import io.milepost.events.Envelope;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.schemas.Topic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What all events of the log have in common. */
final class BpiPen {

    static final String INSTANCE = "bpic2019";
    static final String CURRENCY = "EUR";

    /** One piece, which here is the whole item: the log has no quantities. */
    static final String UNIT = "C62";

    static final BigDecimal ZERO = decimal(BigDecimal.ZERO);
    static final BigDecimal ONE = decimal(BigDecimal.ONE);
    static final BigDecimal MINUS_ONE = ONE.negate();

    private static final int SCALE = 6;

    private final BpiItem item;
    private final String lineKey;

    BpiPen(BpiItem item) {
        this.item = item;
        this.lineKey = item.lineKey();
    }

    /** The envelope of a row's event: it happened, was written down and known at one time. */
    Envelope envelope(BpiRow row, String partner) {
        Instant at = Micros.toInstant(row.at());
        return new Envelope(
                INSTANCE + "-" + item.caseId() + "-" + row.seq(),
                INSTANCE,
                INSTANCE,
                item.company(),
                partner,
                at,
                at,
                at,
                List.of(),
                null);
    }

    TimedEvent event(Topic<?> topic, SpecificRecord value, BpiRow row) {
        return event(topic, lineKey, value, row);
    }

    TimedEvent event(Topic<?> topic, String key, SpecificRecord value, BpiRow row) {
        return new TimedEvent(topic, key, value, lineKey, row.at(), row.at());
    }

    static BigDecimal decimal(BigDecimal number) {
        return number.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
