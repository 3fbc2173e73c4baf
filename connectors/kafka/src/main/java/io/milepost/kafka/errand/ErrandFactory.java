package io.milepost.kafka.errand;

import java.io.IOException;
import java.io.Serializable;

/** Travels in the job graph and opens an errand where it is run. */
@FunctionalInterface
public interface ErrandFactory extends Serializable {

    /**
     * Opens an errand for a subtask, in the thread that will run it.
     *
     * @throws IOException if it cannot be opened; the job fails
     */
    Errand open() throws IOException;
}
