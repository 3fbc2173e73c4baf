package io.milepost.local.odoo;

import io.milepost.local.feed.TimedEvent;

/** What the story's times are in the world that it is played in. Times are microseconds. */
interface StoryTimes {

    /** The story's own times: those of a double whose clock is the story's. */
    StoryTimes ITS_OWN =
            new StoryTimes() {
                @Override
                public Deed of(Deed deed, long atMicros) {
                    return deed;
                }

                @Override
                public long ends(long storyMicros) {
                    return storyMicros;
                }

                @Override
                public TimedEvent of(TimedEvent event) {
                    return event;
                }
            };

    /** A deed that is about to be done, with its dates. */
    Deed of(Deed deed, long atMicros);

    /** Everything that is done in a step is done; when that is. */
    long ends(long storyMicros);

    /** What a partner says in the step that ended last. */
    TimedEvent of(TimedEvent event);
}
