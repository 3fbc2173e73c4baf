package io.milepost.scenarios.checks;

import io.milepost.events.AlertKind;
import io.milepost.events.SlaAlert;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * What has come out about a company by some time.
 *
 * @param records every record, in order
 * @param before how many of them had come out when somebody looked last
 * @param ending every record of the story, those that came out later too
 * @param replay the records of the same story told again at full speed
 */
public record Heard(
        List<SpecificRecord> records,
        int before,
        Supplier<List<SpecificRecord>> ending,
        Supplier<List<SpecificRecord>> replay) {

    /** The records of one class, in order. */
    public <V extends SpecificRecord> Stream<V> all(Class<V> type) {
        return records.stream().filter(type::isInstance).map(type::cast);
    }

    /** What came out about lines since somebody looked last. Feeds are everybody's. */
    public List<SpecificRecord> since() {
        return records.subList(before, records.size()).stream()
                .filter(record -> !isAboutAFeed(record))
                .toList();
    }

    private static boolean isAboutAFeed(SpecificRecord record) {
        return record instanceof SlaAlert alert && alert.getKind() == AlertKind.FEED_SILENT;
    }

    /** What the story says in the end. */
    public Heard ended() {
        return at(ending);
    }

    /** What a replay at full speed says in the end. */
    public Heard replayed() {
        return at(replay);
    }

    private Heard at(Supplier<List<SpecificRecord>> all) {
        return new Heard(all.get(), 0, ending, replay);
    }
}
