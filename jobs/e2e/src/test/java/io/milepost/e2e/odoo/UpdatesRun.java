package io.milepost.e2e.odoo;

import io.milepost.e2e.stack.CatalogueTopics;
import io.milepost.e2e.stack.Feeder;
import io.milepost.events.OdooCommand;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.pipelines.updates.UpdateTopics;
import io.milepost.pipelines.updates.UpdatesJob;
import io.milepost.pipelines.updates.UpdatesSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job odoo-updates on the shared stack, with topics of its own, beside a double of Odoo. */
final class UpdatesRun implements AutoCloseable {

    private final EmbeddedStack stack;
    private final KafkaConnection kafka;
    private final List<String> settings;
    private final Feeder feeder;
    private final UpdateOutputs outputs;
    private final Definition definition;
    private JobClient job;

    /** Defines the job, or one that is wrong on purpose. */
    @FunctionalInterface
    interface Definition {
        /** Defines it in the environment. */
        void define(StreamExecutionEnvironment environment, UpdatesSettings settings)
                throws Exception;
    }

    UpdatesRun(EmbeddedStack stack, Site site, String name, String... arguments) throws Exception {
        this(stack, site, name, UpdatesJob::define, arguments);
    }

    UpdatesRun(
            EmbeddedStack stack, Site site, String name, Definition definition, String... arguments)
            throws Exception {
        this.stack = stack;
        this.definition = definition;
        kafka = KafkaConnection.plain(stack.bootstrapServers(), name + ".");
        RegistryConnection registry = RegistryConnection.plain(stack.registryUrl());
        CatalogueTopics.create(kafka, registry);
        settings =
                new ArrayList<>(
                        List.of(
                                "--bootstrap-servers=" + kafka.bootstrapServers(),
                                "--registry-url=" + stack.registryUrl(),
                                "--topic-prefix=" + kafka.topicPrefix(),
                                "--environment=" + name,
                                "--parallelism=2",
                                "--checkpoint-interval=300 ms"));
        settings.addAll(site.settings());
        settings.addAll(List.of(arguments));
        start();
        feeder = new Feeder(kafka, registry, UpdateTopics.SOURCES);
        outputs = new UpdateOutputs(kafka, registry);
    }

    /** Starts the job anew, with nothing in its memory. */
    void start() throws Exception {
        StreamExecutionEnvironment environment = stack.environment();
        definition.define(environment, UpdatesSettings.parse(settings.toArray(String[]::new)));
        job = environment.executeAsync(UpdatesJob.NAME);
    }

    /** Ends the job without a savepoint. */
    void cancel() throws Exception {
        job.cancel().get();
    }

    JobClient job() {
        return job;
    }

    KafkaConnection kafka() {
        return kafka;
    }

    Feeder feeder() {
        return feeder;
    }

    UpdateOutputs outputs() {
        return outputs;
    }

    void ask(Collection<OdooCommand> commands) throws IOException {
        for (OdooCommand command : commands) {
            feeder.send(Asked.event(command));
        }
    }

    @Override
    public void close() throws Exception {
        outputs.close();
        feeder.close();
        if (!job.getJobStatus().get().isGloballyTerminalState()) {
            cancel();
        }
    }
}
