package io.milepost.pipelines.milestones.correlation;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;

/**
 * Records that wait under a key for what they belong to. They leave when it comes, or when they
 * have waited long enough; their owner sets the timers.
 */
public final class Waiting {

    private final ListState<InboundRecord> records;

    private Waiting(ListState<InboundRecord> records) {
        this.records = records;
    }

    /**
     * A descriptor. No time to live: the owner's timers end each wait, with a dead letter, which a
     * silent expiry would not write.
     */
    public static ListStateDescriptor<InboundRecord> descriptor(String name) {
        return new ListStateDescriptor<>(name, InboundRecordTypeInfo.INSTANCE);
    }

    /** Binds to the state of a function. */
    public static Waiting of(
            RuntimeContext context, ListStateDescriptor<InboundRecord> descriptor) {
        return new Waiting(context.getListState(descriptor));
    }

    /** Adds a record. */
    public void add(InboundRecord record) throws Exception {
        records.add(record);
    }

    /** The records, in the order in which they came; changing the list changes nothing. */
    public List<InboundRecord> all() throws Exception {
        List<InboundRecord> all = new ArrayList<>();
        for (InboundRecord record : records.get()) {
            all.add(record);
        }
        return all;
    }

    /** Keeps only these. */
    public void keep(List<InboundRecord> rest) throws Exception {
        if (rest.isEmpty()) {
            records.clear();
        } else {
            records.update(rest);
        }
    }
}
