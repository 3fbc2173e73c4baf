package io.milepost.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.local.feed.TimedEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ShuffleTest {

    private static final int LINES = 200;

    private final long seed = Long.getLong("milepost.seed", 42);
    private final List<TimedEvent> sorted = ScmsFeed.of(log()).events();

    @Test
    void eachLineKeepsItsPlacesAndItsKnowledgeButNotItsOrder() {
        List<TimedEvent> shuffled = new Shuffle(seed, 0).shuffle(sorted);

        assertThat(places(shuffled)).isEqualTo(places(sorted));
        assertThat(values(shuffled)).isEqualTo(values(sorted));
        for (TimedEvent event : shuffled) {
            assertThat(known(sorted, event.value())).contains(event.knownAtMicros());
        }
        long moved = shuffled.stream().filter(it -> it.atMicros() != it.knownAtMicros()).count();
        assertThat(moved).as("-Dmilepost.seed=%d", seed).isGreaterThan(LINES);
    }

    @Test
    void aFractionIsRepeatedNotBeforeItsFirstTime() {
        List<TimedEvent> shuffled = new Shuffle(seed, 0.1).shuffle(sorted);
        Set<SpecificRecord> seen = new HashSet<>();
        Map<String, Long> lastPlace = new HashMap<>();
        sorted.forEach(it -> lastPlace.put(it.lineKey(), it.atMicros()));

        List<TimedEvent> repeated = new ArrayList<>();
        long before = Long.MIN_VALUE;
        for (TimedEvent event : shuffled) {
            assertThat(event.atMicros()).isGreaterThanOrEqualTo(before);
            before = event.atMicros();
            if (!seen.add(event.value())) {
                repeated.add(event);
            }
        }
        assertThat(repeated).hasSize(Math.round(3 * LINES * 0.1f));
        assertThat(repeated).allMatch(it -> it.atMicros() <= lastPlace.get(it.lineKey()));
    }

    @Test
    void theSameSeedShufflesTheSameWayAndAnotherOneAnother() {
        List<TimedEvent> once = new Shuffle(seed, 0.1).shuffle(sorted);

        assertThat(new Shuffle(seed, 0.1).shuffle(sorted)).isEqualTo(once);
        assertThat(new Shuffle(seed + 1, 0.1).shuffle(sorted)).isNotEqualTo(once);
    }

    @Test
    void aFractionAboveOneIsRefused() {
        assertThatThrownBy(() -> new Shuffle(seed, 1.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("doubled: must be from 0 to 1 but was 1.1");
    }

    private static Map<String, List<Long>> places(List<TimedEvent> events) {
        return events.stream()
                .collect(
                        Collectors.groupingBy(
                                TimedEvent::lineKey,
                                Collectors.mapping(TimedEvent::atMicros, Collectors.toList())));
    }

    private static Set<SpecificRecord> values(List<TimedEvent> events) {
        return events.stream().map(TimedEvent::value).collect(Collectors.toSet());
    }

    private static List<Long> known(List<TimedEvent> events, SpecificRecord value) {
        return events.stream()
                .filter(event -> event.value() == value)
                .map(TimedEvent::knownAtMicros)
                .toList();
    }

    private static ScmsLog log() {
        List<ScmsRow> rows = new ArrayList<>();
        for (int id = 1; id <= LINES; id++) {
            LocalDate day = LocalDate.of(2014, 1, 1).plusDays(id);
            rows.add(
                    new ScmsRow(
                            id + 1,
                            id,
                            "SO-" + id % 50,
                            "DN-" + id,
                            "Zambia",
                            "EXW",
                            null,
                            day,
                            day.plusDays(20),
                            day.plusDays(25),
                            day.plusDays(30),
                            "ARV",
                            "Vendor",
                            "Tablets",
                            BigDecimal.TEN,
                            BigDecimal.ONE));
        }
        return new ScmsLog(rows, List.of());
    }
}
