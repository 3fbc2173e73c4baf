package io.milepost.kafka.registry;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.Serializable;

/**
 * Opens a client of the schema registry. Functions carry the factory in the job graph and open the
 * client where they run, because a client is a connection and holds secrets.
 */
@FunctionalInterface
public interface RegistryFactory extends Serializable {

    /** A new client; whoever opened it closes it. */
    SchemaRegistryClient open();
}
