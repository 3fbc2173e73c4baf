package io.milepost.odoo.updates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by pausing. */
final class FakePauses implements Pauses {

    final List<Duration> pauses = new ArrayList<>();
    private long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        now += duration.toNanos();
    }

    Duration total() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
