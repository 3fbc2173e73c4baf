package io.milepost.pipelines.milestones.scenarios;

import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One output of an operator and where it leads. */
final class Tap {

    private final Supplier<Boolean> flowing;

    private Tap(Supplier<Boolean> flowing) {
        this.flowing = flowing;
    }

    /** Takes a record in. */
    interface Drain<T> {
        void take(T record) throws Exception;
    }

    /** The main output. */
    static <T> Tap main(AbstractStreamOperatorTestHarness<T> from, Drain<T> to) {
        return new Tap(new Flow<>(from::extractOutputValues, to));
    }

    /** A side output. */
    static <T> Tap side(AbstractStreamOperatorTestHarness<?> from, OutputTag<T> tag, Drain<T> to) {
        return new Tap(new Flow<>(() -> values(from.getSideOutput(tag)), to));
    }

    /** Hands on what came out since it was asked last, if anything did. */
    boolean flow() {
        return flowing.get();
    }

    private static <T> List<T> values(Queue<StreamRecord<T>> records) {
        return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
    }

    private static final class Flow<T> implements Supplier<Boolean> {

        private final Supplier<List<T>> from;
        private final Drain<T> to;
        private int seen;

        Flow(Supplier<List<T>> from, Drain<T> to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Boolean get() {
            List<T> all = from.get();
            List<T> fresh = List.copyOf(all.subList(seen, all.size()));
            seen = all.size();
            for (T record : fresh) {
                try {
                    to.take(record);
                } catch (Exception e) {
                    throw new IllegalStateException("an operator failed on " + record, e);
                }
            }
            return !fresh.isEmpty();
        }
    }
}
