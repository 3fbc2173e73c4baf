package io.milepost.pipelines.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Envelope;
import io.milepost.events.Heartbeat;
import io.milepost.events.OdooOrderLine;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import io.milepost.state.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What holds of everything that the job writes, in the order in which it was written. */
final class Conduct {

    private static final Envelope NONE =
            new Envelope(
                    "",
                    "",
                    "",
                    "",
                    null,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    List.of(),
                    null);

    private Conduct() {}

    static void nothingIsToldTwiceAndVersionsRise(List<OutboundRecord> written) {
        Map<Long, OdooOrderLine> last = new HashMap<>();
        for (OdooOrderLine line : Bench.values(OdooOrderLine.class, written)) {
            OdooOrderLine before = last.put(line.getLineId(), line);
            if (before != null) {
                assertThat(line.getVersion()).isGreaterThan(before.getVersion());
                assertThat(valueOf(line)).isNotEqualTo(valueOf(before));
            }
        }
    }

    private static OdooOrderLine valueOf(OdooOrderLine line) {
        return OdooOrderLine.newBuilder(line).setVersion(0).setEnvelope(NONE).build();
    }

    /** Behind a promise nothing is older, in the order in which a partition was written. */
    static void promisesAreKept(List<OutboundRecord> written) {
        Map<String, Long> promised = new HashMap<>();
        for (OutboundRecord record : written) {
            String place = record.topic() + "/" + record.partition();
            List<Heartbeat> promises = Bench.values(Heartbeat.class, List.of(record));
            if (promises.isEmpty()) {
                assertThat(record.timestampMillis())
                        .isGreaterThanOrEqualTo(promised.getOrDefault(place, 0L));
            } else {
                long millis = Times.micros(promises.get(0).getPromisedAt()) / 1000;
                promised.merge(place, millis, Math::max);
            }
        }
        Set<String> places = new TreeSet<>();
        for (Topic<?> topic : ChangeTopics.PROMISED) {
            for (int partition = 0; partition < 3; partition++) {
                places.add(topic.name() + "/" + partition);
            }
        }
        assertThat(promised).containsOnlyKeys(places);
        assertThat(promised).doesNotContainKey(Catalogue.DEAD_LETTERS.name() + "/0");
    }
}
