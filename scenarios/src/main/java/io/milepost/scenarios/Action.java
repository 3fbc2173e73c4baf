package io.milepost.scenarios;

import io.milepost.events.OdooCommand;
import io.milepost.events.OdooResult;
import io.milepost.events.SlaPolicy;
import io.milepost.scenarios.checks.Expectation;
import io.milepost.schemas.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Something that happens in a story, at a time. Actions follow each other in time. */
public sealed interface Action {

    /** When it happens: when an event arrives, what the clock then shows. UTC. */
    Instant at();

    /**
     * An event arrives.
     *
     * @param topic the topic that it comes on
     * @param key the key of its record
     * @param event the event
     */
    record Arrives(Instant at, Topic<?> topic, String key, SpecificRecord event)
            implements Action {}

    /** A version of a rule is published. */
    record Published(Instant at, SlaPolicy policy) implements Action {}

    /** Every feed that speaks promises that nothing that was known before follows. */
    record ClockReaches(Instant at) implements Action {}

    /**
     * Odoo answers what it was asked for until then.
     *
     * @param sentence what the text says
     * @param answers what it answers
     */
    record OdooAnswers(Instant at, String sentence, Answers answers) implements Action {}

    /** What Odoo answers. */
    interface Answers {

        /**
         * The answers.
         *
         * @param asked every command that has come out, in order
         * @param answered ids of those that were answered before
         */
        List<OdooResult> to(List<OdooCommand> asked, Set<String> answered);
    }

    /** A feed gives no heartbeats any more. */
    record FallsSilent(Instant at, Topic<?> feed) implements Action {}

    /** A feed that was silent gives heartbeats again. */
    record SpeaksAgain(Instant at, Topic<?> feed) implements Action {}

    /**
     * Somebody looks at what has come out by now.
     *
     * @param sentence what the text says
     * @param expectation what must have come out
     */
    record Look(Instant at, String sentence, Expectation expectation) implements Action {}
}
