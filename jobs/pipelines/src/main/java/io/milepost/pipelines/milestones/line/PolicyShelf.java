package io.milepost.pipelines.milestones.line;

import io.milepost.kafka.inbound.InboundRecord;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * Where the published policies are read before the first fact. The policy topic keeps every version
 * for ever, so it is the memory of them, and no copy in checkpoints can differ from it.
 */
@FunctionalInterface
public interface PolicyShelf extends Serializable {

    /**
     * Every policy record that was published until now.
     *
     * @throws IOException if they cannot be read; the job tries again
     */
    List<InboundRecord> readAll() throws IOException;
}
