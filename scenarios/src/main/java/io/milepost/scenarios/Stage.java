package io.milepost.scenarios;

import io.milepost.events.SlaPolicy;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A place where one story is played by itself, action by action. */
public interface Stage extends AutoCloseable {

    /** Takes an event in. */
    void take(Action.Arrives event) throws Exception;

    /** Takes a version of a rule in, while the lines are known. */
    void publish(SlaPolicy policy) throws Exception;

    /** Moves the clock. */
    void clock(Instant time) throws Exception;

    /** Every record that came out until now, in order. */
    List<SpecificRecord> out() throws Exception;

    @Override
    default void close() throws Exception {
        // Most stages hold nothing.
    }
}
