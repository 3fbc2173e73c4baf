package io.milepost.pipelines.partners;

import io.milepost.kafka.inbound.InboundRecord;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * Where the published profiles are read before the first message. Their topic keeps every version,
 * so it is the memory of them, and no copy in checkpoints can differ from it.
 */
@FunctionalInterface
public interface ProfileShelf extends Serializable {

    /**
     * Every profile record that was published until now.
     *
     * @throws IOException if they cannot be read; the job tries again
     */
    List<InboundRecord> readAll() throws IOException;
}
