package io.milepost.pipelines.milestones.line;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.RejectReason;
import io.milepost.events.SlaPolicy;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.state.sla.Rule;
import io.milepost.state.sla.RuleBook;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules in force in one subtask: read whole before the first fact, then added to. */
final class Policies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Policies.class);

    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;
    private final RuleBook rules = new RuleBook();

    private Policies(SchemaRegistryClient registry) {
        this.registry = registry;
        this.decoder = new AvroDecoder(registry);
    }

    static Policies open(RegistryFactory registry, PolicyShelf shelf) throws IOException {
        Policies policies = new Policies(registry.open());
        for (InboundRecord record : shelf.readAll()) {
            try {
                policies.add(record);
            } catch (RejectedRecordException e) {
                // The same record comes again on the stream, where it becomes a dead letter.
                LOG.warn("policy is not used: {}", e.getMessage());
            }
        }
        LOG.info("{} versions of rules are in force", policies.rules.size());
        return policies;
    }

    RuleBook rules() {
        return rules;
    }

    /**
     * Adds a published version.
     *
     * @throws RejectedRecordException if it cannot be read or applied
     */
    void add(InboundRecord record) throws RejectedRecordException, IOException {
        SlaPolicy policy = decoder.decode(record, SlaPolicy.class);
        try {
            rules.add(Rule.of(policy));
        } catch (IllegalArgumentException e) {
            throw new RejectedRecordException(
                    RejectReason.INVALID, record.address() + ": " + e.getMessage(), null, e);
        }
    }

    @Override
    public void close() throws IOException {
        registry.close();
    }
}
