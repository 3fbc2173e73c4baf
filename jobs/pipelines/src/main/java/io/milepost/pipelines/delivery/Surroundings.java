package io.milepost.pipelines.delivery;

import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.partners.ProfileShelf;
import java.io.Serializable;

/**
 * What stands around the sending of documents.
 *
 * @param registry how the registry is reached
 * @param outputs makes records for the job's outputs
 * @param shelf where profiles are read before the first document
 * @param ledger what is known of deliveries
 * @param couriers who brings them
 * @param rules what can be chosen
 * @param time what time it is
 */
record Surroundings(
        RegistryFactory registry,
        OutputWriter.Factory outputs,
        ProfileShelf shelf,
        Ledger.Factory ledger,
        CourierFactory couriers,
        DeliveryRules rules,
        DeliveryTime time)
        implements Serializable {}
