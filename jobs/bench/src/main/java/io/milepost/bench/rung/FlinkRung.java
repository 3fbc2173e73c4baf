package io.milepost.bench.rung;

import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.inbound.InboundSource;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.TransactionalSink;
import io.milepost.schemas.Topic;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A rung that is a Flink job, with the job's own source and sink. */
abstract class FlinkRung implements Rung {

    private final List<Topic<?>> outputs;

    /** A job that writes to these topics. */
    FlinkRung(List<Topic<?>> outputs) {
        this.outputs = List.copyOf(outputs);
    }

    /** Defines what is between the source and the sink. */
    abstract DataStream<OutboundRecord> define(
            DataStream<InboundRecord> facts, StreamExecutionEnvironment environment, Site site);

    @Override
    public final Measured run(Site site) throws Exception {
        StreamExecutionEnvironment environment =
                environment(
                        site,
                        site.isInOrder()
                                ? InOrder.source(site.kafka(), site.topics(), site.unique(name()))
                                : InboundSource.bounded(
                                        site.kafka(), site.topics(), site.unique(name())));
        Meter meter = Meter.start();
        JobExecutionResult result = environment.execute(title());
        return meter.stop(0)
                .withState(Checkpoints.largest(site.stack().flinkUi(), result.getJobID()));
    }

    /**
     * Starts it over topics that go on.
     *
     * @return the job, which the caller ends
     */
    public final JobClient start(Site site) throws Exception {
        return environment(site, InboundSource.of(site.kafka(), site.topics(), site.unique(name())))
                .executeAsync(title());
    }

    private StreamExecutionEnvironment environment(Site site, Source<InboundRecord, ?, ?> source) {
        StreamExecutionEnvironment environment =
                site.stack().environment(Configuration.fromMap(site.flink()));
        environment.setParallelism(1);
        DataStream<InboundRecord> facts =
                environment.fromSource(
                        source, new HeartbeatWatermarks(), "facts", InboundRecordTypeInfo.INSTANCE);
        define(facts, environment, site)
                .sinkTo(
                        TransactionalSink.builder(site.kafka(), "bench", site.unique(name()))
                                .topics(outputs.stream().map(site.kafka()::topic).toList())
                                .build());
        return environment;
    }
}
