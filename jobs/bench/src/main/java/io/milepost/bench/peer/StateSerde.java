package io.milepost.bench.peer;

import io.milepost.state.codec.StateInput;
import io.milepost.state.codec.StateOutput;
import io.milepost.state.line.LineState;
import io.milepost.state.line.LineStateCodec;
import io.milepost.state.sla.Episode;
import io.milepost.state.sla.EpisodeCodec;
import io.milepost.state.view.Standing;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The byte formats of the state module for Kafka Streams, over the same buffers as in Flink. */
final class StateSerde {

    private StateSerde() {}

    static Serde<LineState> lines() {
        return of(LineStateCodec::write, LineStateCodec::read);
    }

    static Serde<Standing> entries() {
        return of(Standing::write, Standing::read);
    }

    static Serde<Episode> episodes() {
        return of(EpisodeCodec::write, EpisodeCodec::read);
    }

    private static <T> Serde<T> of(BiConsumer<T, StateOutput> write, Function<StateInput, T> read) {
        DataOutputSerializer buffer = new DataOutputSerializer(4096);
        DataInputDeserializer reader = new DataInputDeserializer();
        return Serdes.serdeFrom(
                (topic, value) -> {
                    if (value == null) {
                        return null;
                    }
                    buffer.clear();
                    write.accept(value, new StateOutput(buffer));
                    return buffer.getCopyOfBuffer();
                },
                (topic, bytes) -> {
                    if (bytes == null) {
                        return null;
                    }
                    reader.setBuffer(bytes);
                    return read.apply(new StateInput(reader));
                });
    }
}
