package io.milepost.pipelines.changes;

import io.milepost.kafka.outbound.OutboundRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Gathers what the job of a test writes, in the order in which it is written. */
final class Gathered implements Sink<OutboundRecord> {

    private static final long serialVersionUID = 1L;

    private static final List<OutboundRecord> WRITTEN = new ArrayList<>();

    private static Throwable failure;

    static void clear() {
        synchronized (WRITTEN) {
            WRITTEN.clear();
            failure = null;
        }
    }

    /** The job has failed: nobody waits any longer. */
    static void fail(Throwable cause) {
        synchronized (WRITTEN) {
            failure = cause;
            WRITTEN.notifyAll();
        }
    }

    static List<OutboundRecord> all() {
        synchronized (WRITTEN) {
            return List.copyOf(WRITTEN);
        }
    }

    static void await(String what, Predicate<List<OutboundRecord>> wanted)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        synchronized (WRITTEN) {
            while (!wanted.test(WRITTEN)) {
                long left = end - System.nanoTime();
                if (failure != null) {
                    throw new AssertionError("the job failed", failure);
                }
                if (left <= 0) {
                    throw new AssertionError(
                            "expected " + what + " within 60 s but found " + WRITTEN);
                }
                TimeUnit.NANOSECONDS.timedWait(WRITTEN, left);
            }
        }
    }

    @Override
    public SinkWriter<OutboundRecord> createWriter(WriterInitContext context) {
        return new Writer();
    }

    private static final class Writer implements SinkWriter<OutboundRecord> {

        @Override
        public void write(OutboundRecord record, Context context) {
            synchronized (WRITTEN) {
                WRITTEN.add(record);
                WRITTEN.notifyAll();
            }
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
