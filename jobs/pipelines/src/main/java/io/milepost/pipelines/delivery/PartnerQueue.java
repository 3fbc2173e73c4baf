package io.milepost.pipelines.delivery;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The documents that wait for a partner, in their order, and how often the first of them was tried.
 * Nothing is left of a queue that is empty.
 */
final class PartnerQueue {

    /** No time to live: each document stays until it is sent or given up. */
    static final MapStateDescriptor<Long, InboundRecord> WAITING =
            new MapStateDescriptor<>("partner-queue", Types.LONG, InboundRecordTypeInfo.INSTANCE);

    /** No time to live: it goes with the last document. */
    static final MapStateDescriptor<String, Long> MARKS =
            new MapStateDescriptor<>("partner-queue-marks", Types.STRING, Types.LONG);

    private static final String HEAD = "head";
    private static final String TAIL = "tail";
    private static final String ATTEMPTS = "attempts";
    private static final String FIRST_ATTEMPT = "first-attempt";
    private static final String NEXT_ATTEMPT = "next-attempt";
    private static final String TIMER = "timer";

    private final MapState<Long, InboundRecord> waiting;
    private final MapState<String, Long> marks;

    PartnerQueue(RuntimeContext context) {
        waiting = context.getMapState(WAITING);
        marks = context.getMapState(MARKS);
    }

    void add(InboundRecord record) throws Exception {
        long tail = mark(TAIL);
        waiting.put(tail, record);
        marks.put(TAIL, tail + 1);
    }

    /** The document whose turn it is; {@code null} if none waits. */
    InboundRecord head() throws Exception {
        return waiting.get(mark(HEAD));
    }

    /** The first document is done with. */
    void pop() throws Exception {
        long head = mark(HEAD);
        waiting.remove(head);
        if (head + 1 < mark(TAIL)) {
            marks.put(HEAD, head + 1);
            marks.remove(ATTEMPTS);
            marks.remove(FIRST_ATTEMPT);
            marks.remove(NEXT_ATTEMPT);
        } else {
            long timer = mark(TIMER);
            marks.clear();
            setTimer(timer);
        }
    }

    int attempts() throws Exception {
        return (int) mark(ATTEMPTS);
    }

    /** When the first document was tried first, milliseconds; now if it was not yet. */
    long firstAttempt(long now) throws Exception {
        long first = mark(FIRST_ATTEMPT);
        return first == 0 ? now : first;
    }

    /** An attempt at the first document begins. */
    void tried(long now) throws Exception {
        marks.put(ATTEMPTS, mark(ATTEMPTS) + 1);
        marks.put(FIRST_ATTEMPT, firstAttempt(now));
    }

    long nextAttempt() throws Exception {
        return mark(NEXT_ATTEMPT);
    }

    void waitUntil(long time) throws Exception {
        marks.put(NEXT_ATTEMPT, time);
    }

    /** The timer that is set, milliseconds; 0 if none. */
    long timer() throws Exception {
        return mark(TIMER);
    }

    void setTimer(long time) throws Exception {
        if (time == 0) {
            marks.remove(TIMER);
        } else {
            marks.put(TIMER, time);
        }
    }

    private long mark(String name) throws Exception {
        Long value = marks.get(name);
        return value == null ? 0 : value;
    }
}
