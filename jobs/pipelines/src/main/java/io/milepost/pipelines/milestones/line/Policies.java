package io.milepost.pipelines.milestones.line;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.RejectReason;
import io.milepost.events.SlaPolicy;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.state.sla.GoLive;
import io.milepost.state.sla.Rule;
import io.milepost.state.sla.RuleBook;
import io.milepost.state.sla.Splitting;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules in force in one subtask: read whole before the first fact, then added to. */
final class Policies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Policies.class);

    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;
    private final RuleBook rules;
    private final Map<String, Published> published = new HashMap<>();

    /** What was said of a version first, and where. */
    private record Published(Rule rule, String address) {}

    private Policies(SchemaRegistryClient registry, GoLive live, Splitting splitting) {
        this.registry = registry;
        this.rules = new RuleBook(live, splitting);
        this.decoder = new AvroDecoder(registry);
    }

    static Policies open(
            RegistryFactory registry, PolicyShelf shelf, GoLive live, Splitting splitting)
            throws IOException {
        Policies policies = new Policies(registry.open(), live, splitting);
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
     * Adds a published version. The same record may come twice, from the shelf and on the stream.
     *
     * @return whether the record is the one that made the version known, says it again, or says
     *     something else of it, which has no effect
     * @throws RejectedRecordException if it cannot be read or applied
     */
    Entry.Kind add(InboundRecord record) throws RejectedRecordException, IOException {
        SlaPolicy policy = decoder.decode(record, SlaPolicy.class);
        Rule rule;
        try {
            rule = Rule.of(policy);
        } catch (IllegalArgumentException e) {
            throw new RejectedRecordException(
                    RejectReason.INVALID, record.address() + ": " + e.getMessage(), null, e);
        }
        rules.add(rule);
        Published first =
                published.computeIfAbsent(
                        RuleBook.key(rule), version -> new Published(rule, record.address()));
        if (first.address().equals(record.address())) {
            return Entry.Kind.EFFECTIVE;
        }
        return first.rule().equals(rule) ? Entry.Kind.DUPLICATE : Entry.Kind.WITHOUT_EFFECT;
    }

    @Override
    public void close() throws IOException {
        registry.close();
    }
}
