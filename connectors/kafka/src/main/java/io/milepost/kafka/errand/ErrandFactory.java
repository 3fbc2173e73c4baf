package io.milepost.kafka.errand;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.metrics.MetricGroup;

/** Travels in the job graph and opens an errand where it is run. */
@FunctionalInterface
public interface ErrandFactory extends Serializable {

    /**
     * Opens an errand for a subtask, in the thread that will run it.
     *
     * @param metrics where it may show its own
     * @throws IOException if it cannot be opened; the job fails
     */
    Errand open(MetricGroup metrics) throws IOException;
}
