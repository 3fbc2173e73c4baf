package io.milepost.pipelines.milestones.line;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.milestones.route.Routed;
import java.util.List;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

/**
 * Runs the memory of lines with policies from a second input. Other than Flink's own operator it
 * lets the function set timers while it goes through all lines because of a policy: without that, a
 * rule that is published could not make a line look at it before the line's next event.
 */
public final class LineOperator
        extends CoBroadcastWithKeyedOperator<String, Routed, InboundRecord, OutboundRecord> {

    private static final long serialVersionUID = 1L;

    /** What Flink calls the timers of a function: these are the same. */
    private static final String TIMERS = "user-timers";

    private final LineFunction lines;

    /** An operator that runs the given memory. */
    public LineOperator(LineFunction lines) {
        // Nothing is kept in broadcast state: the topic keeps every policy, see PolicyShelf.
        super(lines, List.of());
        this.lines = lines;
    }

    @Override
    public void open() throws Exception {
        super.open();
        InternalTimerService<VoidNamespace> timers =
                getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
        lines.setTimersBy(new SimpleTimerService(timers));
    }
}
