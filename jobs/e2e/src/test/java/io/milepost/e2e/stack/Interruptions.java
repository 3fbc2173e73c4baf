package io.milepost.e2e.stack;

import io.milepost.local.feed.TimedEvent;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.views.OutputViews;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Failures that happen while a feed is being published, always at the same place. */
public final class Interruptions {

    private static final Duration START = Duration.ofSeconds(60);

    private Interruptions() {}

    /**
     * The events of a feed; when half of them are out and the job is seen to have told of some,
     * every TaskManager dies and others come.
     */
    public static Iterator<TimedEvent> halfWay(
            List<TimedEvent> events, EmbeddedStack stack, OutputViews views, BooleanSupplier seen) {
        Iterator<TimedEvent> all = events.iterator();
        int half = events.size() / 2;
        return new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public TimedEvent next() {
                if (given++ == half) {
                    loseTaskManagers(stack, views, seen);
                }
                return all.next();
            }
        };
    }

    private static void loseTaskManagers(
            EmbeddedStack stack, OutputViews views, BooleanSupplier seen) {
        try {
            views.awaitCondition("what must be seen before the failure", START, seen);
            stack.cluster().replaceTaskManagers();
        } catch (IOException e) {
            throw new IllegalStateException("the TaskManagers cannot be replaced", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
