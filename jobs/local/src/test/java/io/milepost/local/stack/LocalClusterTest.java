package io.milepost.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTest {
    private static final Semaphore OPENED = new Semaphore(0);

    @TempDir static Path folder;
    private static LocalCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        var spec =
                new LocalCluster.Spec(
                        0, 1, 2, folder, Map.of("execution.checkpointing.interval", "1 s"));
        cluster = LocalCluster.start(spec);
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    @Test
    void aKeyedJobKeepsItsStateInRocksDb() throws Exception {
        var environment = cluster.environment();
        environment.setParallelism(2);

        try (var sums =
                environment
                        .fromSequence(1, 100)
                        .keyBy(number -> number % 2, Types.LONG)
                        .process(new Sum(), Types.LONG)
                        .executeAndCollect("sums")) {
            // 1 + 3 + ... + 99 and 2 + 4 + ... + 100 are the last of their keys.
            assertThat(sums).toIterable().hasSize(100).contains(2500L, 2550L);
        }
    }

    @Test
    void aTypeThatNeedsKryoIsRefused() {
        var environment = cluster.environment();
        var stream =
                environment
                        .fromSequence(1, 2)
                        .map(Object.class::cast)
                        .returns(Types.GENERIC(Object.class));

        assertThatThrownBy(() -> stream.rebalance().executeAndCollect(2))
                .hasStackTraceContaining("Generic types have been disabled");
    }

    @Test
    void aJobGoesOnWhenItsTaskManagerIsReplaced() throws Exception {
        var environment = cluster.environment();
        environment.setParallelism(1);
        var numbers =
                new DataGeneratorSource<>(
                        n -> n, Long.MAX_VALUE, RateLimiterStrategy.perSecond(100), Types.LONG);
        environment
                .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
                .map(new TellsWhenOpened())
                .returns(Types.LONG)
                .sinkTo(new DiscardingSink<>());
        var job = environment.executeAsync("survivor");
        assertThat(OPENED.tryAcquire(30, TimeUnit.SECONDS)).as("job started").isTrue();

        cluster.terminateTaskManager(0);
        cluster.startTaskManager();

        assertThat(OPENED.tryAcquire(30, TimeUnit.SECONDS)).as("job restarted").isTrue();
        job.cancel().get(30, TimeUnit.SECONDS);
    }

    private static final class Sum extends KeyedProcessFunction<Long, Long, Long> {
        private static final long serialVersionUID = 1L;
        private transient ValueState<Long> sum;

        @Override
        public void open(OpenContext context) {
            sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Types.LONG));
        }

        @Override
        public void processElement(Long number, Context context, Collector<Long> out)
                throws Exception {
            var before = sum.value();
            var after = before == null ? number : before + number;
            sum.update(after);
            out.collect(after);
        }
    }

    private static final class TellsWhenOpened extends RichMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void open(OpenContext context) {
            OPENED.release();
        }

        @Override
        public Long map(Long number) {
            return number;
        }
    }
}
