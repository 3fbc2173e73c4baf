package io.milepost.odoo.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.changes.CaptureStep.Became;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * A reader that follows a database's log, and all that it said. With every record it is held to its
 * promises and to its books: each record became something, once. Company 7 is not followed.
 */
final class LogFollower {

    private final KeptInMemory memory = new KeptInMemory();
    private final List<ChangeEvent> events = new ArrayList<>();
    private final List<String> rejections = new ArrayList<>();
    private final Map<Became, Long> books = new EnumMap<>(Became.class);
    private final boolean folds;
    private CaptureReader reader;
    private long taken;
    private long promised;

    /** One that has read nothing yet. */
    LogFollower() {
        this(true);
    }

    private LogFollower(boolean folds) {
        this.folds = folds;
        restart();
    }

    /** One that does not wait for the end of a transaction, which is wrong on purpose. */
    static LogFollower withoutFolding() {
        return new LogFollower(false);
    }

    /** What a log is told as, from its beginning. */
    static LogFollower of(CaptureLog log) {
        return new LogFollower().take(log.records());
    }

    /** Another reader in place of this one, from what it kept. */
    void restart() {
        reader = new CaptureReader("acme", company -> company != 7, "en_US", memory, folds);
    }

    LogFollower take(List<byte[]> records) {
        for (byte[] record : records) {
            taken++;
            CaptureStep step = reader.take(record);
            note(step);
            while (step.hasMore()) {
                step = reader.tellMore();
                note(step);
            }
            assertBalanced();
        }
        return this;
    }

    private void note(CaptureStep step) {
        for (ChangeEvent event : step.events()) {
            assertThat(event.knownAtMicros())
                    .as("%s behind a promise", event)
                    .isGreaterThanOrEqualTo(promised);
            events.add(event);
        }
        assertThat(step.unmapped()).isEmpty();
        step.counts().forEach((became, times) -> books.merge(became, times, Long::sum));
        step.promise().ifPresent(micros -> promised = Math.max(promised, micros));
        if (step.rejection() != null) {
            rejections.add(step.rejection());
        }
    }

    private void assertBalanced() {
        assertThat(
                        booked(Became.EFFECTIVE)
                                + booked(Became.DUPLICATE)
                                + booked(Became.WITHOUT_EFFECT)
                                + booked(Became.REJECTED)
                                + booked(Became.WAIT_BEGAN)
                                - booked(Became.WAIT_ENDED))
                .as("%s of %d records", books, taken)
                .isEqualTo(taken);
    }

    List<ChangeEvent> events() {
        return events;
    }

    /** The events of one class, in their order. */
    <T extends SpecificRecord> List<T> events(Class<T> type) {
        return events.stream()
                .map(ChangeEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    List<String> rejections() {
        return rejections;
    }

    long booked(Became what) {
        return books.getOrDefault(what, 0L);
    }

    /** No event that follows is known before this; microseconds, 0 before the first promise. */
    long promised() {
        return promised;
    }

    /** The keys of all that the reader keeps. */
    Set<String> kept() {
        return memory.bytes.keySet();
    }

    /** Keeps in memory, and never hands out what it holds. */
    private static final class KeptInMemory implements Keep {

        private final Map<String, byte[]> bytes = new HashMap<>();

        @Override
        public byte[] get(String key) {
            byte[] kept = bytes.get(key);
            return kept == null ? null : kept.clone();
        }

        @Override
        public void put(String key, byte[] value) {
            bytes.put(key, value.clone());
        }

        @Override
        public void remove(String key) {
            bytes.remove(key);
        }
    }
}
