package io.milepost.kafka.errand;

import io.milepost.kafka.inbound.InboundRecord;
import java.io.IOException;
import java.util.List;

/**
 * What has to be done outside with each record before it goes into the job. Runs in the source's
 * own thread and may take as long as it takes: meanwhile checkpoints complete, and nothing more is
 * read.
 *
 * <p>A record that was taken out after the last checkpoint comes again after a failure, with the
 * same address: whoever is asked outside has to know what was done already.
 */
public interface Errand extends AutoCloseable {

    /**
     * Does what is to be done with records of one partition, in their order.
     *
     * @param records records that follow each other in one partition; never heartbeats
     * @return what was answered, one for each record, in their order; {@code null} for a record
     *     that nothing was done with
     * @throws InterruptedException if it was asked to stop; the same records come again
     * @throws IOException if it can never be done; the job fails
     */
    List<byte[]> run(List<InboundRecord> records) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
