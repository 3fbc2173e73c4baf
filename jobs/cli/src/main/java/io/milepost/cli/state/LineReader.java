package io.milepost.cli.state;

import io.milepost.pipelines.milestones.line.EpisodeType;
import io.milepost.pipelines.milestones.line.LineFunction;
import io.milepost.pipelines.milestones.line.LineStateType;
import io.milepost.pipelines.milestones.line.StandingType;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.state.line.LineState;
import io.milepost.state.sla.Episode;
import io.milepost.state.view.Standing;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/**
 * Reads the state of {@link LineFunction} for one key, by the function's own descriptors. Of other
 * keys only the key itself is read.
 */
final class LineReader
        extends KeyedStateReaderFunction<
                String, Tuple5<LineState, List<Standing>, List<Episode>, Integer, List<Long>>> {

    /** What it tells: the line's value, its stored facts and episodes, waiting events, timers. */
    static final TypeInformation<
                    Tuple5<LineState, List<Standing>, List<Episode>, Integer, List<Long>>>
            RESULT =
                    Types.TUPLE(
                            LineStateType.INSTANCE,
                            Types.LIST(StandingType.INSTANCE),
                            Types.LIST(EpisodeType.INSTANCE),
                            Types.INT,
                            Types.LIST(Types.LONG));

    private static final long serialVersionUID = 1L;

    /** In place of the waiting events of other keys: Flink wants a result for every key. */
    private static final int ANOTHER = -1;

    private final String wanted;

    private transient ValueState<LineState> state;
    private transient MapState<String, Standing> stored;
    private transient MapState<String, Episode> over;
    private transient ListState<Routed> waiting;

    LineReader(String wanted) {
        this.wanted = wanted;
    }

    /** Whether a result is that of the wanted key. */
    static boolean isWanted(
            Tuple5<LineState, List<Standing>, List<Episode>, Integer, List<Long>> result) {
        return result.f3 != ANOTHER;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(LineFunction.STATE);
        stored = getRuntimeContext().getMapState(LineFunction.STORED);
        over = getRuntimeContext().getMapState(LineFunction.OVER);
        waiting = getRuntimeContext().getListState(LineFunction.WAITING);
    }

    @Override
    public void readKey(
            String key,
            Context context,
            Collector<Tuple5<LineState, List<Standing>, List<Episode>, Integer, List<Long>>> out)
            throws Exception {
        if (!key.equals(wanted)) {
            out.collect(Tuple5.of(LineState.EMPTY, List.of(), List.of(), ANOTHER, List.of()));
            return;
        }
        LineState value = state.value();
        List<Standing> entries = new ArrayList<>();
        stored.values().forEach(entries::add);
        List<Episode> episodes = new ArrayList<>();
        over.values().forEach(episodes::add);
        int waits = 0;
        for (Routed ignored : waiting.get()) {
            waits++;
        }
        List<Long> timers = context.registeredEventTimeTimers().stream().sorted().toList();
        out.collect(
                Tuple5.of(
                        value == null ? LineState.EMPTY : value,
                        entries,
                        episodes,
                        waits,
                        new ArrayList<>(timers)));
    }
}
