package io.milepost.odoo.changes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.odoo.changes.ChangeStream;
import io.milepost.odoo.changes.Horizon;
import io.milepost.odoo.changes.HorizonSource;
import io.milepost.odoo.changes.Newest;
import io.milepost.odoo.changes.Origin;
import io.milepost.odoo.changes.StreamState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.api.Test;

/** What a source remembers, and how its parts behave. */
class SourceStateTest {

    private static StreamSplit split(ChangeStream stream) {
        return new StreamSplit(StreamState.start(stream, new Origin("acme", 7)));
    }

    @Test
    void aSplitIsNamedByInstanceCompanyAndStreamAndSurvivesItsBytes() throws IOException {
        StreamSplit split = split(ChangeStream.BILLS);
        StreamSplit.Serializer serializer = StreamSplit.Serializer.INSTANCE;

        assertThat(split.splitId()).isEqualTo("acme/7/BILLS");
        assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(split)))
                .isEqualTo(split);
    }

    @Test
    void theEnumeratorsStateSurvivesItsBytes() throws IOException {
        EnumeratorState state =
                new EnumeratorState(List.of(7L, 3L), List.of(split(ChangeStream.ORDERS)));
        EnumeratorState.Serializer serializer = EnumeratorState.Serializer.INSTANCE;

        byte[] bytes = serializer.serialize(state);

        assertThat(serializer.deserialize(1, bytes)).isEqualTo(state);
        assertThatThrownBy(() -> serializer.deserialize(2, bytes))
                .hasMessage("state of the Odoo streams: expected version 1 but found 2");
    }

    @Test
    void recordsTravelWithoutKryo() {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        TypeInformation<ChangeRecord> type = TypeInformation.of(ChangeRecord.class);

        assertThat(type).isInstanceOf(PojoTypeInfo.class);
        assertThat(type.createSerializer(new SerializerConfigImpl(strict))).isNotNull();
    }

    @Test
    void togetherTheStreamsPromiseWhatTheLastOfThemDoes() {
        Turns turns = new Turns();
        Turns.Turn first = new Turns.Turn("a", null, 5);
        Turns.Turn second = new Turns.Turn("b", null, 3);
        turns.add(first);
        turns.add(second);

        first.promised(OptionalLong.of(20));
        assertThat(turns.promise()).isEqualTo(StreamStep.NONE);
        second.promised(OptionalLong.of(10));
        assertThat(turns.promise()).isEqualTo(10);
        assertThat(turns.next()).isSameAs(second);
        second.due(9);
        assertThat(turns.next()).isSameAs(first);
    }

    @Test
    void theHorizonOfAllStreamsNeverGoesBack() throws Exception {
        Deque<Horizon> next = new ArrayDeque<>();
        next.add(new Horizon(10, 50, 0));
        next.add(new Horizon(40, 40, 0));
        HorizonSource shared = new SharedHorizon(next::poll, Duration.ZERO);

        assertThat(shared.now()).isEqualTo(new Horizon(10, 50, 0));
        assertThat(shared.now()).isEqualTo(new Horizon(40, 50, 0));
    }

    @Test
    void theNewestWritesAreThoseThatTheSourceKnows() throws Exception {
        Newest newest = new Newest(Map.of("purchase.order", 7L));
        HorizonSource source =
                new HorizonSource() {
                    @Override
                    public Horizon now() {
                        return new Horizon(10, 10, 0);
                    }

                    @Override
                    public Newest newest() {
                        return newest;
                    }
                };

        assertThat(new SharedHorizon(source, Duration.ZERO).newest()).isEqualTo(newest);
    }

    @Test
    void aWakeUpEndsWhatGoesOnInsideAndNothingAfterIt() throws Exception {
        Gate gate = new Gate();
        CompletableFuture<String> outcome = new CompletableFuture<>();
        CompletableFuture<Void> inside = new CompletableFuture<>();
        Thread worker =
                new Thread(
                        () -> {
                            gate.enter();
                            inside.complete(null);
                            try {
                                gate.awaitUntil(System.nanoTime() + TimeUnit.MINUTES.toNanos(5));
                                outcome.complete("waited");
                            } catch (InterruptedException e) {
                                gate.leave();
                                outcome.complete("woken, " + Thread.interrupted());
                            }
                        });
        worker.start();
        inside.get(10, TimeUnit.SECONDS);

        gate.wake();

        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo("woken, false");
        assertThat(gate.enter()).isTrue();
        gate.leave();
        gate.wake();
        assertThat(gate.enter()).isFalse();
        assertThat(gate.enter()).isTrue();
    }
}
