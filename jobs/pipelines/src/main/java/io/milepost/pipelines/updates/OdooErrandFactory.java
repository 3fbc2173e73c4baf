package io.milepost.pipelines.updates;

import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.errand.Errand;
import io.milepost.kafka.errand.ErrandFactory;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.updates.ApplierCounts;
import io.milepost.odoo.updates.ApplierSettings;
import io.milepost.odoo.updates.Pauses;
import io.milepost.odoo.updates.ShardAppliers;
import io.milepost.pipelines.milestones.route.EventDecoder;
import java.util.SplittableRandom;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Opens the way to Odoo where commands are applied.
 *
 * @param kafka the cluster, which knows the topics' identities
 * @param registry how the registry is reached
 * @param odoo how Odoo is reached
 * @param instance name of this Odoo in the line keys
 * @param applier how commands are applied
 * @param pauses the time that passes meanwhile
 */
record OdooErrandFactory(
        KafkaConnection kafka,
        RegistryFactory registry,
        OdooSettings odoo,
        String instance,
        ApplierSettings applier,
        SerializableSupplier<Pauses> pauses)
        implements ErrandFactory {

    private static final long serialVersionUID = 1L;

    @Override
    public Errand open(MetricGroup metrics) {
        ApplierCounts counts = new ApplierCounts();
        show(counts, metrics);
        return new OdooErrand(
                instance,
                EventDecoder.open(registry, UpdateTopics.classes(kafka.topicPrefix())),
                new Shards(kafka),
                new ShardAppliers(
                        () -> HttpOdooClient.open(odoo),
                        applier,
                        pauses.get(),
                        new SplittableRandom(),
                        counts));
    }

    private static void show(ApplierCounts counts, MetricGroup metrics) {
        MetricGroup group = metrics.addGroup("odoo");
        group.<Long, Gauge<Long>>gauge("calls", counts::calls);
        group.<Long, Gauge<Long>>gauge("retries", counts::retries);
        group.<Long, Gauge<Long>>gauge("unknownOutcomes", counts::unknownOutcomes);
        group.<Long, Gauge<Long>>gauge("merged", counts::merged);
        group.<Long, Gauge<Long>>gauge("passedOver", counts::passedOver);
    }
}
