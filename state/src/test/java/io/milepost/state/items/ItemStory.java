package io.milepost.state.items;

import io.milepost.state.Times;
import java.math.BigDecimal;

/** Given, when, then for one item. */
final class ItemStory {

    static final ItemKey KEY = new ItemKey("main", "1", "501", "vendorItem=VI-1");
    static final ItemRules RULES =
            new ItemRules(
                    BigDecimal.TEN,
                    ItemSaid.day(31) - ItemSaid.day(1),
                    ItemSaid.day(401) - ItemSaid.day(1));

    private final Item item = new Item(KEY, RULES);
    private final ItemReader reader = new ItemReader();
    private ItemState state = ItemState.EMPTY;
    private long clock = Times.NONE;
    private ItemStep last;

    ItemStory given(ItemSaid... said) {
        for (ItemSaid one : said) {
            show(item.apply(state, one.fact(), clock));
        }
        return this;
    }

    ItemStory clock(long time) {
        clock = time;
        show(item.tick(state, time));
        return this;
    }

    ItemStory day(int day) {
        return clock(ItemSaid.day(day));
    }

    /** The clock goes on to a day by every instant that the item asks for. */
    ItemStory runTo(int day) {
        while (state.nextInstant() != Times.NONE && state.nextInstant() <= ItemSaid.day(day)) {
            clock(state.nextInstant());
        }
        return clock < ItemSaid.day(day) ? day(day) : this;
    }

    ItemReader reader() {
        return reader;
    }

    ItemState state() {
        return state;
    }

    /** What the last step told. */
    ItemStep last() {
        return last;
    }

    private void show(ItemStep step) {
        reader.read(step);
        last = step;
        state = step.state();
    }
}
