package io.milepost.pipelines.milestones.correlation;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Records that wait under a key for what they belong to. They leave when it comes, or when they
 * have waited long enough; their owner sets the timers.
 *
 * @param <T> the records, with whatever their owner needs to know of them
 */
public final class Waiting<T> {

    private final ListState<T> records;

    private Waiting(ListState<T> records) {
        this.records = records;
    }

    /**
     * A descriptor. No time to live: the owner's timers end each wait, with a dead letter, which a
     * silent expiry would not write.
     */
    public static <T> ListStateDescriptor<T> descriptor(String name, TypeInformation<T> type) {
        return new ListStateDescriptor<>(name, type);
    }

    /** Binds to the state of a function. */
    public static <T> Waiting<T> of(RuntimeContext context, ListStateDescriptor<T> descriptor) {
        return new Waiting<>(context.getListState(descriptor));
    }

    /** Adds a record. */
    public void add(T record) throws Exception {
        records.add(record);
    }

    /** The records, in the order in which they came; changing the list changes nothing. */
    public List<T> all() throws Exception {
        List<T> all = new ArrayList<>();
        for (T record : records.get()) {
            all.add(record);
        }
        return all;
    }

    /** Keeps none. */
    public void clear() {
        records.clear();
    }

    /** Keeps only these. */
    public void keep(List<T> rest) throws Exception {
        if (rest.isEmpty()) {
            records.clear();
        } else {
            records.update(rest);
        }
    }
}
