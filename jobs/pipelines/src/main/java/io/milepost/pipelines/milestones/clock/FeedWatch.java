package io.milepost.pipelines.milestones.clock;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.Severity;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.state.StableId;
import io.milepost.state.Times;
import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Says which feed is silent, and how many lines are unknown because of it. It runs by the machine's
 * clock, which decides nothing else: a silent feed stops the heartbeat clock, so that nobody is
 * accused of lateness for want of news, and this is what tells people that it stands.
 *
 * <p>It keeps the last promise of each feed and the number of lines by deadline; one subtask.
 */
public final class FeedWatch extends AbstractStreamOperator<OutboundRecord>
        implements OneInputStreamOperator<FeedSignal, OutboundRecord>, ProcessingTimeCallback {

    private static final long serialVersionUID = 1L;

    /** Never expires: one value a job. */
    private static final ListStateDescriptor<byte[]> BOARD =
            new ListStateDescriptor<>(
                    "feed-board", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private final Settings settings;
    private final OutputWriter.Factory outputs;

    private transient FeedBoard board;
    private transient ListState<byte[]> boards;
    private transient Map<String, Long> heardAtMillis;
    private transient long newestPromiseHeardAtMillis;
    private transient OutputWriter writer;

    /** A watch. */
    public FeedWatch(Settings settings, OutputWriter.Factory outputs) {
        this.settings = settings;
        this.outputs = outputs;
    }

    /**
     * Watches over the feeds of a job, in one subtask.
     *
     * @param signals heartbeats of the feeds, and moves of deadlines where there are any
     * @param uid uid of the watch
     */
    public static DataStream<OutboundRecord> over(
            DataStream<FeedSignal> signals,
            Settings settings,
            String uid,
            OutputWriter.Factory outputs) {
        return signals.global()
                .transform(
                        "feeds", OutboundRecordTypeInfo.INSTANCE, new FeedWatch(settings, outputs))
                .uid(uid)
                .setParallelism(1)
                .setMaxParallelism(1);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        board = new FeedBoard();
        boards = context.getOperatorStateStore().getListState(BOARD);
        for (byte[] bytes : boards.get()) {
            board.read(new StateInput(new DataInputStream(new ByteArrayInputStream(bytes))));
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        writer = outputs.open(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        heardAtMillis = new HashMap<>();
        settings.feeds().forEach(board::expect);
        long now = getProcessingTimeService().getCurrentProcessingTime();
        board.feeds().forEach(feed -> heardAtMillis.put(feed, now));
        newestPromiseHeardAtMillis = now;
        getMetricGroup().gauge("silentFeeds", this::silentFeeds);
        getMetricGroup().gauge("unknownLines", () -> board.unknownLines(now()));
        scheduleNextLook(now);
    }

    @Override
    public void close() throws Exception {
        if (writer != null) {
            writer.close();
        }
        super.close();
    }

    @Override
    public void processElement(StreamRecord<FeedSignal> element) throws Exception {
        FeedSignal signal = element.getValue();
        if (!signal.isHeartbeat()) {
            board.moveDeadline(signal.deadlineBefore(), signal.deadlineAfter());
            return;
        }
        long newest = board.newestPromise();
        long before =
                board.feeds().contains(signal.feed())
                        ? board.promisedAt(signal.feed())
                        : Times.NONE;
        board.promised(signal.feed(), signal.promisedAt());
        if (signal.promisedAt() <= before) {
            return;
        }
        long heardAt = getProcessingTimeService().getCurrentProcessingTime();
        heardAtMillis.put(signal.feed(), heardAt);
        if (signal.promisedAt() > newest) {
            newestPromiseHeardAtMillis = heardAt;
        }
        if (board.isSilent(signal.feed())) {
            board.mark(signal.feed(), false);
            emit(spokeAgain(signal.feed(), before, signal.promisedAt()));
        }
    }

    @Override
    public void onProcessingTime(long time) throws Exception {
        for (String feed : List.copyOf(board.feeds())) {
            long silence = time - heardAtMillis.getOrDefault(feed, time);
            if (silence >= settings.silenceMillis() && !board.isSilent(feed)) {
                board.mark(feed, true);
                emit(silent(feed, silence));
            }
        }
        scheduleNextLook(time);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        board.write(new StateOutput(new DataOutputStream(bytes)));
        boards.update(List.of(bytes.toByteArray()));
    }

    private void scheduleNextLook(long now) {
        getProcessingTimeService().registerTimer(now + settings.lookEveryMillis(), this);
    }

    /** What the time is by the newest promise and the machine's clock since it was heard. */
    private long now() {
        long newest = board.newestPromise();
        if (newest == Times.NONE) {
            return Times.NONE;
        }
        long since =
                getProcessingTimeService().getCurrentProcessingTime() - newestPromiseHeardAtMillis;
        return newest + Duration.ofMillis(since).toNanos() / 1000;
    }

    private long silentFeeds() {
        return board.feeds().stream().filter(board::isSilent).count();
    }

    private SlaAlert silent(String feed, long silenceMillis) {
        long unknown = board.unknownLines(now());
        return alert(feed, board.promisedAt(feed), EpisodeStatus.OPEN)
                .setUnknownLines(unknown)
                .setMessage(
                        "no heartbeat from "
                                + feed
                                + " for "
                                + silenceMillis / 1000
                                + " s; the clock stands, "
                                + unknown
                                + " lines past their deadline are unknown")
                .build();
    }

    private SlaAlert spokeAgain(String feed, long lastPromise, long promisedAt) {
        return alert(feed, lastPromise, EpisodeStatus.CLEARED)
                .setClosedAt(Times.instant(promisedAt))
                .setMessage("heartbeats from " + feed + " are back")
                .build();
    }

    /** The episode is named by the promise after which the silence began. */
    private SlaAlert.Builder alert(String feed, long lastPromise, EpisodeStatus status) {
        long since = lastPromise == Times.NONE ? 0 : lastPromise;
        return SlaAlert.newBuilder()
                .setAlertId(StableId.of(AlertKind.FEED_SILENT.name(), feed, Long.toString(since)))
                .setKind(AlertKind.FEED_SILENT)
                .setStatus(status)
                .setFeed(feed)
                .setSeverity(Severity.CRITICAL)
                .setOpenedAt(Times.instant(since));
    }

    private void emit(SlaAlert alert) throws IOException {
        output.collect(new StreamRecord<>(writer.alert(alert, Times.micros(alert.getOpenedAt()))));
    }

    /**
     * What is watched.
     *
     * @param feeds every topic/partition that must give heartbeats
     * @param silenceMillis how long a feed may be silent
     * @param lookEveryMillis how often it is looked at
     */
    public record Settings(List<String> feeds, long silenceMillis, long lookEveryMillis)
            implements Serializable {

        /** A sixth of the silence: an alert comes at most so much late. */
        private static final long LOOKS = 6;

        /** Keeps its own copy. */
        public Settings {
            feeds = List.copyOf(feeds);
        }

        /**
         * Every partition of topics.
         *
         * @param topics full names of the topics
         * @param partitions number of partitions by full topic name
         * @param silence how long a feed may be silent
         */
        public static Settings of(
                List<String> topics, Map<String, Integer> partitions, Duration silence) {
            List<String> feeds =
                    topics.stream()
                            .flatMap(
                                    topic ->
                                            IntStream.range(0, partitions.get(topic))
                                                    .mapToObj(p -> topic + "/" + p))
                            .sorted()
                            .toList();
            long millis = silence.toMillis();
            return new Settings(feeds, millis, Math.max(1, millis / LOOKS));
        }
    }
}
