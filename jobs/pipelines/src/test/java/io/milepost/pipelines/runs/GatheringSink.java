package io.milepost.pipelines.runs;

import io.milepost.kafka.outbound.OutboundRecord;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Gathers what a run writes.
 *
 * @param run number of the run
 */
record GatheringSink(int run) implements Sink<OutboundRecord> {

    @Override
    public SinkWriter<OutboundRecord> createWriter(WriterInitContext context) {
        return new Writer(Run.numbered(run));
    }

    private record Writer(Run run) implements SinkWriter<OutboundRecord> {

        @Override
        public void write(OutboundRecord record, Context context) {
            run.write(record);
        }

        @Override
        public void flush(boolean endOfInput) {
            // Everything is there as soon as it is written.
        }

        @Override
        public void close() {
            // What was gathered outlives the job.
        }
    }
}
