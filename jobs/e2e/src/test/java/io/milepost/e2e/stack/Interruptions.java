package io.milepost.e2e.stack;

import io.milepost.local.feed.TimedEvent;
import io.milepost.local.stack.EmbeddedStack;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Failures that happen while a feed is being published, always at the same place. */
public final class Interruptions {

    private Interruptions() {}

    /** The events of a feed; when half of them are out, every TaskManager dies and others come. */
    public static Iterator<TimedEvent> halfWay(List<TimedEvent> events, EmbeddedStack stack) {
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
                    loseTaskManagers(stack);
                }
                return all.next();
            }
        };
    }

    private static void loseTaskManagers(EmbeddedStack stack) {
        try {
            stack.cluster().replaceTaskManagers();
        } catch (IOException e) {
            throw new IllegalStateException("the TaskManagers cannot be replaced", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
