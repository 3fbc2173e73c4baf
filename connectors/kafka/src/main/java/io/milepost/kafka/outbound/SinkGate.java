package io.milepost.kafka.outbound;

import java.io.IOException;
import java.io.Serializable;

/**
 * What a subtask of a sink has to pass before it touches a transaction. Travels in the job graph.
 */
@FunctionalInterface
public interface SinkGate extends Serializable {

    /** A gate that is open. */
    SinkGate OPEN = subtask -> {};

    /**
     * Passes.
     *
     * @param subtask the subtask, from 0
     * @throws IOException if it may not be passed, or not now
     */
    void pass(int subtask) throws IOException;
}
