package io.milepost.state.items;

import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One way for facts to arrive: in any order, some of them twice, while the clock moves on and the
 * job is restarted from bytes, which takes the clock away until the next heartbeat.
 */
final class ItemArrival {

    private final List<ItemFact> facts;
    private final Random random;

    private ItemArrival(List<ItemFact> facts, Random random) {
        this.facts = facts;
        this.random = random;
    }

    static ItemArrival of(List<ItemFact> facts, Random random) {
        List<ItemFact> arriving = new ArrayList<>(facts);
        facts.stream().filter(f -> random.nextInt(3) == 0).forEach(arriving::add);
        Collections.shuffle(arriving, random);
        return new ItemArrival(arriving, random);
    }

    ItemState happenTo(Item item, ItemReader reader) {
        ItemState state = ItemState.EMPTY;
        long clock = Times.NONE;
        for (ItemFact fact : facts) {
            int chance = random.nextInt(6);
            if (chance == 0) {
                state = restored(state);
                clock = Times.NONE;
            } else if (chance < 3) {
                clock = Math.max(clock, ItemScenarios.someTime(random));
                state = show(item.tick(state, clock), reader);
            }
            state = show(item.apply(state, fact, clock), reader);
        }
        return show(item.tick(state, ItemScenarios.END), reader);
    }

    static ItemState restored(ItemState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ItemStateCodec.write(state, new StateOutput(new DataOutputStream(bytes)));
        return ItemStateCodec.read(new StateInput(bytes.toByteArray()));
    }

    private static ItemState show(ItemStep step, ItemReader reader) {
        reader.read(step);
        return step.state();
    }
}
