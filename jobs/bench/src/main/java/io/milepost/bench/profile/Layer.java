package io.milepost.bench.profile;

import java.util.List;
import jdk.jfr.consumer.RecordedFrame;

/**
 * A part of the program that time is spent in. A sample belongs to the layer of its topmost frame
 * that belongs to any: what a library does is done for whoever called it.
 */
enum Layer {
    ROCKSDB("RocksDB", "org.rocksdb."),
    STATUS("line: its status and its digest", "io.milepost.state.line.StatusOf"),
    BYTES(
            "line: its value from and to bytes",
            "io.milepost.state.line.LineStateCodec",
            "io.milepost.state.codec.",
            "io.milepost.state.sla.EpisodeCodec",
            "io.milepost.state.view.ReachedCodec"),
    DECIDE(
            "line: what its facts tell, and the rules",
            "io.milepost.state.sla.",
            "io.milepost.state.view."),
    REST_OF_LINE("line: merging and comparing", "io.milepost.state."),
    DECODE(
            "Avro to objects",
            "io.milepost.kafka.avro.AvroDecoder",
            "io.milepost.kafka.avro.Reader"),
    ENCODE("objects to Avro", "io.milepost.kafka.avro.AvroEncoder"),
    BETWEEN(
            "records between operators",
            "io.milepost.kafka.inbound.InboundRecordSerializer",
            "io.milepost.pipelines.milestones.route.RoutedType",
            "io.milepost.kafka.outbound.OutboundRecordSerializer",
            "org.apache.flink.runtime.io.network."),
    TIMERS("timers", "org.apache.flink.streaming.api.operators.InternalTimer"),
    STATE(
            "Flink's keyed state around RocksDB",
            "org.apache.flink.state.",
            "org.apache.flink.contrib.streaming.state."),
    CONSUMER(
            "Kafka's consumer and the source",
            "org.apache.kafka.clients.consumer.",
            "org.apache.flink.connector.kafka.source.",
            "org.apache.flink.connector.base.source."),
    PRODUCER(
            "Kafka's producer and the sink",
            "org.apache.kafka.clients.producer.",
            "org.apache.flink.connector.kafka.sink."),
    CLIENT("Kafka's network and records", "org.apache.kafka."),
    OPERATORS("the operators themselves", "io.milepost.pipelines.", "io.milepost.kafka."),
    FLINK("rest of Flink", "org.apache.flink.");

    private final String title;
    private final List<String> prefixes;

    Layer(String title, String... prefixes) {
        this.title = title;
        this.prefixes = List.of(prefixes);
    }

    String title() {
        return title;
    }

    /** The layer of a stack, topmost frame first; {@code null} if none of its frames has one. */
    static Layer of(List<RecordedFrame> stack) {
        for (RecordedFrame frame : stack) {
            String type = frame.getMethod().getType().getName();
            for (Layer layer : values()) {
                if (layer.prefixes.stream().anyMatch(type::startsWith)) {
                    return layer;
                }
            }
        }
        return null;
    }
}
