package io.milepost.local.odoo;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * How far jobs in this JVM have come: reads the watermarks that have reached an operator, mostly
 * the last one before the sink, and how many records one has taken in, where there is no clock.
 * Whoever paces a story by them need not wait for a checkpoint to know that something has been
 * read.
 */
final class Watermarks {

    private static final String METRIC = "currentInputWatermark";
    private static final String RECORDS = "numRecordsIn";

    /** The last operator before the sink of most jobs. */
    static final String OUTPUTS = "output clock";

    /** What partner-delivery makes of orders; it promises nothing. */
    static final String ORDERS = "orders";

    /** What takes in the answers of Odoo in the milestones job. */
    static final String ANSWERS = "results";

    /** What takes in what partners send in partner-intake. */
    static final String ROUTE = "route";

    private static final Set<String> CLOCKS = Set.of(OUTPUTS, ORDERS);
    private static final Set<String> COUNTS = Set.of(ANSWERS, ROUTE);

    private static final Duration LOOK = Duration.ofNanos(500_000);
    private static final Map<Place, Gauge<?>> GAUGES = new ConcurrentHashMap<>();
    private static final Map<Place, Counter> COUNTERS = new ConcurrentHashMap<>();

    private Watermarks() {}

    private record Place(String job, String operator, String subtask) {}

    /** Settings of the cluster that is watched. */
    static Map<String, String> settings() {
        return Map.of("metrics.reporter.milepost-clock.factory.class", Factory.class.getName());
    }

    /** How far a job is, milliseconds; the lowest of its subtasks, and lowest of all for none. */
    static long of(JobID job, String operator, int subtasks) {
        String id = job.toString();
        long lowest = Long.MAX_VALUE;
        int seen = 0;
        for (Map.Entry<Place, Gauge<?>> gauge : GAUGES.entrySet()) {
            if (gauge.getKey().job().equals(id) && gauge.getKey().operator().equals(operator)) {
                seen++;
                lowest = Math.min(lowest, ((Number) gauge.getValue().getValue()).longValue());
            }
        }
        return seen < subtasks ? Long.MIN_VALUE : lowest;
    }

    /**
     * Waits until a job has come to a time.
     *
     * @param name of the job, for the error
     * @param operator whose watermark counts
     * @param millis since the epoch
     * @throws IllegalStateException if it gets no further within the limit
     */
    static void await(
            JobID job, String name, String operator, int subtasks, long millis, Duration limit)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        long before = Long.MIN_VALUE;
        long now = of(job, operator, subtasks);
        while (now < millis) {
            if (now > before) {
                before = now;
                end = System.nanoTime() + limit.toNanos();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "the clock of the job %s: expected %d but it stands at %d for %d s"
                                .formatted(name, millis, now, limit.toSeconds()));
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(LOOK.toNanos());
            now = of(job, operator, subtasks);
        }
    }

    /**
     * Waits until an operator has taken in so many records since its job was started.
     *
     * @return whether it did within the limit; a job that was started again counts anew
     */
    static boolean awaitRecords(JobID job, String operator, long records, Duration limit)
            throws InterruptedException {
        String id = job.toString();
        long end = System.nanoTime() + limit.toNanos();
        while (records(id, operator) < records) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    private static long records(String job, String operator) {
        return COUNTERS.entrySet().stream()
                .filter(counter -> counter.getKey().job().equals(job))
                .filter(counter -> counter.getKey().operator().equals(operator))
                .mapToLong(counter -> counter.getValue().getCount())
                .sum();
    }

    /** Makes the reporter; found by Flink through the class path. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(java.util.Properties properties) {
            return new Reporter();
        }
    }

    /** Keeps the gauges that are asked for. */
    private static final class Reporter implements MetricReporter {
        @Override
        public void open(MetricConfig config) {
            // Nothing to open.
        }

        @Override
        public void close() {
            // Nothing to close.
        }

        @Override
        public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
            if (METRIC.equals(name) && metric instanceof Gauge<?> gauge) {
                Place place = place(group, CLOCKS);
                if (place != null) {
                    GAUGES.put(place, gauge);
                }
            } else if (RECORDS.equals(name) && metric instanceof Counter counter) {
                Place place = place(group, COUNTS);
                if (place != null) {
                    COUNTERS.put(place, counter);
                }
            }
        }

        @Override
        public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
            if (METRIC.equals(name) && metric instanceof Gauge<?> gauge) {
                Place place = place(group, CLOCKS);
                if (place != null) {
                    GAUGES.remove(place, gauge);
                }
            } else if (RECORDS.equals(name) && metric instanceof Counter counter) {
                Place place = place(group, COUNTS);
                if (place != null) {
                    COUNTERS.remove(place, counter);
                }
            }
        }

        private static Place place(MetricGroup group, Set<String> operators) {
            Map<String, String> of = group.getAllVariables();
            String operator = of.get("<operator_name>");
            return operator != null && operators.contains(operator)
                    ? new Place(of.get("<job_id>"), operator, of.get("<subtask_index>"))
                    : null;
        }
    }
}
