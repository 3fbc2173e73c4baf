package io.milepost.odoo.changes.source;

import io.milepost.odoo.changes.ChangeBatch;
import io.milepost.odoo.changes.HorizonSource;
import io.milepost.odoo.changes.StreamReader;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the steps of a reader's streams in turn, on a thread of their own. While Odoo is down it
 * asks again, ever more rarely; nothing is promised then and checkpoints go on. What only a person
 * can put right fails the job.
 */
final class StreamSplitReader implements SplitReader<StreamStep, StreamSplit> {

    private static final Logger LOG = LoggerFactory.getLogger(StreamSplitReader.class);

    private static final Duration HORIZON_KEPT = Pace.FIRST_LOOK.dividedBy(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final ChangesSourceSettings settings;
    private final LongConsumer lag;
    private final Gate gate = new Gate();
    private final List<StreamSplit> added = new ArrayList<>();
    private final Turns turns = new Turns();
    private final Pace pace;
    private final Runnable hinted = this::hint;
    private OdooClient client;
    private HorizonSource horizons;
    private int failures;
    private long openAtNanos = System.nanoTime();

    /**
     * @param lag told how far the horizon is behind the server's clock, in microseconds
     */
    StreamSplitReader(ChangesSourceSettings settings, LongConsumer lag) {
        this.settings = settings;
        this.lag = lag;
        this.pace = new Pace(settings.pollEvery(), System::nanoTime);
        Hints.listen(settings.hints(), hinted);
    }

    private void hint() {
        pace.hint();
        gate.hint();
    }

    @Override
    public RecordsWithSplitIds<StreamStep> fetch() throws IOException {
        if (!gate.enter()) {
            return nothing();
        }
        try {
            if (client == null) {
                gate.awaitUntil(openAtNanos);
                open();
            }
            begin();
            return turns.isEmpty() ? nothing() : step();
        } catch (OdooException e) {
            pauseOrFail(e);
            return nothing();
        } catch (InterruptedException e) {
            // Woken up, for new splits or to close.
            return nothing();
        } finally {
            gate.leave();
        }
    }

    private void open() throws OdooException, InterruptedException {
        OdooClient opened = settings.connection().open();
        try {
            horizons = new SharedHorizon(settings.connection().horizons(opened), kept());
            client = opened;
        } finally {
            if (client == null) {
                opened.close();
            }
        }
    }

    /** A horizon that is older than a hint would hide what the hint is about. */
    private Duration kept() {
        Duration interval = settings.pollEvery();
        boolean listens = settings.hints() != null;
        return listens && interval.compareTo(HORIZON_KEPT) > 0 ? HORIZON_KEPT : interval;
    }

    private void begin() {
        for (StreamSplit split : added) {
            StreamReader reader =
                    new StreamReader(client, horizons, settings.reader(), split.state());
            turns.add(new Turns.Turn(split.splitId(), reader, System.nanoTime()));
        }
        added.clear();
    }

    private RecordsWithSplitIds<StreamStep> step() throws OdooException, InterruptedException {
        Turns.Turn turn = turns.next();
        if (gate.awaitUntilOrHint(turn.dueNanos())) {
            turns.allDueBy(System.nanoTime() + pace.pause());
            return nothing();
        }
        ChangeBatch batch = turn.reader.step();
        failures = 0;
        turn.promised(batch.heartbeatMicros());
        turn.due(System.nanoTime() + (batch.idle() ? pace.pause() : 0));
        lag.accept(turn.reader.horizonLagMicros());
        StreamStep step = new StreamStep(batch, turn.reader.state(), turns.promise());
        return new RecordsBySplits<>(Map.of(turn.id, List.of(step)), Set.of());
    }

    private void pauseOrFail(OdooException e) throws IOException {
        if (e.failure() != Failure.RETRYABLE && e.failure() != Failure.OUTCOME_UNKNOWN) {
            throw new IOException("Reading changes of Odoo failed: " + e.getMessage(), e);
        }
        // Reading has no effect that could have happened: an unknown outcome is none.
        failures++;
        long longest =
                Math.min(
                        LONGEST_PAUSE.toMillis(),
                        FIRST_PAUSE.toMillis() << Math.min(failures - 1, 10));
        long pause = ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
        if (e.retryAfter().isPresent()) {
            pause = Math.max(pause, e.retryAfter().get().toMillis());
        }
        LOG.warn("Asking Odoo failed {} times in a row; again in {} ms", failures, pause, e);
        openAtNanos = System.nanoTime() + Duration.ofMillis(pause).toNanos();
        turns.allDue(openAtNanos);
    }

    private static RecordsWithSplitIds<StreamStep> nothing() {
        return new RecordsBySplits<>(Map.of(), Set.of());
    }

    @Override
    public void handleSplitsChanges(SplitsChange<StreamSplit> change) {
        if (!(change instanceof SplitsAddition)) {
            throw new UnsupportedOperationException(
                    "expected streams to be added but found " + change.getClass().getName());
        }
        added.addAll(change.splits());
    }

    @Override
    public void wakeUp() {
        gate.wake();
    }

    @Override
    public void close() {
        Hints.close(settings.hints(), hinted);
        if (client != null) {
            client.close();
        }
    }
}
