package io.milepost.odoo.changes.source;

import io.milepost.odoo.changes.ChangeStream;
import io.milepost.odoo.changes.Origin;
import io.milepost.odoo.changes.StreamState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives out the streams of each company, every reader its share. Looks from time to time for
 * companies that are new.
 */
final class ChangesEnumerator implements SplitEnumerator<StreamSplit, EnumeratorState> {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesEnumerator.class);

    private final SplitEnumeratorContext<StreamSplit> context;
    private final String instance;
    private final Callable<List<Long>> visible;
    private final long everyMillis;
    private final List<Long> companies;
    private final List<StreamSplit> unassigned;

    /**
     * @param visible which companies there are; asked on another thread
     * @param everyMillis how often it is asked
     */
    ChangesEnumerator(
            SplitEnumeratorContext<StreamSplit> context,
            String instance,
            Callable<List<Long>> visible,
            long everyMillis,
            EnumeratorState state) {
        this.context = context;
        this.instance = instance;
        this.visible = visible;
        this.everyMillis = everyMillis;
        this.companies = new ArrayList<>(state.companies());
        this.unassigned = new ArrayList<>(state.unassigned());
    }

    @Override
    public void start() {
        context.callAsync(visible, this::found, 0, everyMillis);
    }

    private void found(List<Long> all, Throwable failure) {
        if (failure != null) {
            LOG.warn("Odoo could not be asked for its companies; asked again later", failure);
            return;
        }
        for (Long company : all) {
            if (!companies.contains(company)) {
                companies.add(company);
                for (ChangeStream stream : ChangeStream.values()) {
                    Origin origin = new Origin(instance, company);
                    unassigned.add(new StreamSplit(StreamState.start(stream, origin)));
                }
            }
        }
        assign();
    }

    /** Gives each stream to the reader whose it is, if that one is there. */
    private void assign() {
        Map<Integer, List<StreamSplit>> shares = new TreeMap<>();
        for (StreamSplit split : List.copyOf(unassigned)) {
            int reader = place(split.state()) % context.currentParallelism();
            if (context.registeredReaders().containsKey(reader)) {
                shares.computeIfAbsent(reader, any -> new ArrayList<>()).add(split);
                unassigned.remove(split);
            }
        }
        if (!shares.isEmpty()) {
            context.assignSplits(new SplitsAssignment<>(shares));
        }
    }

    private int place(StreamState state) {
        int company = Math.max(0, companies.indexOf(state.origin().company()));
        return company * ChangeStream.values().length + state.stream().ordinal();
    }

    @Override
    public void handleSplitRequest(int subtask, String host) {
        // Nobody asks: every reader has its share from the start.
    }

    @Override
    public void addSplitsBack(List<StreamSplit> splits, int subtask) {
        unassigned.addAll(splits);
        assign();
    }

    @Override
    public void addReader(int subtask) {
        assign();
    }

    @Override
    public EnumeratorState snapshotState(long checkpoint) {
        return new EnumeratorState(companies, unassigned);
    }

    @Override
    public void close() throws IOException {
        // The client was closed after each question.
    }
}
