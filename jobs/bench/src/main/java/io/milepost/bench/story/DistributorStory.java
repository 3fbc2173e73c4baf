package io.milepost.bench.story;

import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import java.time.Instant;
import java.util.Iterator;

/** The distributor that the demo and the tests run on. */
final class DistributorStory implements Story {

    private static final long SEED = 42;

    private final DistributorSimulation told;

    DistributorStory(int lines) {
        told = new DistributorSimulation(SEED, lines, Micros.of(Instant.now()));
    }

    @Override
    public Iterator<TimedEvent> events() {
        return told.events().iterator();
    }

    @Override
    public long count() {
        return told.events().size();
    }

    @Override
    public long endMicros() {
        return told.endMicros();
    }
}
