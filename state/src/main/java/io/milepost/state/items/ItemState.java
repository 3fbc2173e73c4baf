package io.milepost.state.items;

import io.milepost.state.Times;
import io.milepost.state.line.ArmedTimers;

/**
 * What is remembered of an item.
 *
 * @param facts what is known
 * @param told what readers were told
 * @param clock the highest clock that it was decided at; a restart must not go behind it
 * @param nextInstant when the clock has to come back, microseconds; {@link Times#NONE} if never
 * @param armed timers that are set
 */
public record ItemState(
        ItemFacts facts, Told told, long clock, long nextInstant, ArmedTimers armed) {

    /** Nothing is known yet. */
    public static final ItemState EMPTY =
            new ItemState(ItemFacts.NONE, Told.NOTHING, Times.NONE, Times.NONE, ArmedTimers.NONE);

    /** The same with other timers. */
    public ItemState withArmed(ArmedTimers timers) {
        return new ItemState(facts, told, clock, nextInstant, timers);
    }
}
