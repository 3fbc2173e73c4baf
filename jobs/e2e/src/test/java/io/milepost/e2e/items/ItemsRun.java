package io.milepost.e2e.items;

import io.milepost.e2e.stack.CatalogueTopics;
import io.milepost.e2e.stack.Feeder;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.pipelines.items.ItemTopics;
import io.milepost.pipelines.items.SupplierItemsJob;
import io.milepost.pipelines.items.SupplierItemsSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job supplier-items on the shared stack, with topics of its own. */
final class ItemsRun implements AutoCloseable {

    private final KafkaConnection kafka;
    private final JobClient job;
    private final Feeder feeder;
    private final ItemOutputs outputs;

    ItemsRun(EmbeddedStack stack, String name, String... arguments) throws Exception {
        kafka = KafkaConnection.plain(stack.bootstrapServers(), name + ".");
        RegistryConnection registry = RegistryConnection.plain(stack.registryUrl());
        CatalogueTopics.create(kafka, registry);
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "--bootstrap-servers=" + kafka.bootstrapServers(),
                                "--registry-url=" + stack.registryUrl(),
                                "--topic-prefix=" + kafka.topicPrefix(),
                                "--environment=" + name,
                                "--parallelism=2"));
        settings.addAll(List.of(arguments));
        StreamExecutionEnvironment environment = stack.environment();
        SupplierItemsJob.define(
                environment,
                SupplierItemsSettings.parse(settings.toArray(String[]::new)),
                new HeartbeatWatermarks());
        job = environment.executeAsync(SupplierItemsJob.NAME);
        feeder = new Feeder(kafka, registry, ItemTopics.SOURCES);
        outputs = new ItemOutputs(kafka, registry);
    }

    KafkaConnection kafka() {
        return kafka;
    }

    Feeder feeder() {
        return feeder;
    }

    ItemOutputs outputs() {
        return outputs;
    }

    @Override
    public void close() throws Exception {
        outputs.close();
        feeder.close();
        job.cancel().get();
    }
}
