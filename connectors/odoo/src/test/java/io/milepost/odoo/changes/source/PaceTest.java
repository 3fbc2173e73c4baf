package io.milepost.odoo.changes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong now = new AtomicLong();
    private final Pace pace = new Pace(Duration.ofSeconds(20), now::get);

    /** The pauses from now on, in seconds, each of which passes. */
    private List<Long> pauses(int count) {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long pause = pace.pause();
            pauses.add(Duration.ofNanos(pause).toSeconds());
            now.addAndGet(pause);
        }
        return pauses;
    }

    @Test
    void withoutHintsTheIntervalIsWaited() {
        assertThat(pauses(3)).containsExactly(20L, 20L, 20L);
    }

    @Test
    void aHintIsFollowedByLooksEverFartherApartUntilTheInterval() {
        now.set(5_000_000_000L);
        pace.hint();

        assertThat(pauses(8)).containsExactly(1L, 1L, 2L, 4L, 8L, 16L, 20L, 20L);
    }

    @Test
    void manyHintsDoNotPutOffTheFirstLook() {
        pace.hint();
        for (int i = 0; i < 9; i++) {
            now.addAndGet(100_000_000L);
            pace.hint();
        }
        now.addAndGet(100_000_000L);

        assertThat(pauses(3)).containsExactly(1L, 2L, 4L);
    }

    @Test
    void anIntervalThatIsShorterThanTheFirstLookStays() {
        Pace quick = new Pace(Duration.ofMillis(100), now::get);
        quick.hint();

        assertThat(Duration.ofNanos(quick.pause())).hasMillis(100);
    }
}
