package io.milepost.cli.policies;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.SlaPolicy;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.TopicReading;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.schemas.Catalogue;
import io.milepost.state.sla.RuleBook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** The versions of rules that an environment has. */
final class PublishedPolicies {

    private final Map<String, SlaPolicy> byVersion = new LinkedHashMap<>();

    private PublishedPolicies() {}

    /**
     * Reads all of them.
     *
     * @throws IOException if the brokers or the registry do not answer
     */
    static PublishedPolicies read(KafkaConnection kafka, RegistryFactory registries)
            throws IOException {
        PublishedPolicies published = new PublishedPolicies();
        try (SchemaRegistryClient registry = registries.open()) {
            AvroDecoder decoder = new AvroDecoder(registry);
            TopicReading.read(
                    kafka,
                    kafka.topic(Catalogue.POLICIES),
                    record -> {
                        if (!record.isHeartbeat()) {
                            decode(decoder, record).ifPresent(published::add);
                        }
                    });
        }
        return published;
    }

    /** The first that was published under a version is the one that holds. */
    void add(SlaPolicy policy) {
        byVersion.putIfAbsent(version(policy), policy);
    }

    static PublishedPolicies none() {
        return new PublishedPolicies();
    }

    /** What the job cannot read either; it is in the dead letters. */
    private static Optional<SlaPolicy> decode(AvroDecoder decoder, InboundRecord record)
            throws IOException {
        try {
            return Optional.of(decoder.decode(record, SlaPolicy.class));
        } catch (RejectedRecordException e) {
            return Optional.empty();
        }
    }

    /** Whether this version of this rule was published. */
    boolean has(SlaPolicy policy) {
        return byVersion.containsKey(version(policy));
    }

    /**
     * Fields in which a policy differs from the one that was published as the same version.
     *
     * @return a line for each: field, published, found; empty if there is none or none differs
     */
    List<String> differences(SlaPolicy policy) {
        SlaPolicy published = byVersion.get(version(policy));
        List<String> differences = new ArrayList<>();
        if (published == null) {
            return differences;
        }
        for (Schema.Field field : SlaPolicy.getClassSchema().getFields()) {
            Object before = published.get(field.pos());
            Object now = policy.get(field.pos());
            if (!java.util.Objects.equals(before, now)) {
                differences.add(
                        "rule %s version %d.%s: published as %s but found %s"
                                .formatted(
                                        named(policy),
                                        policy.getVersion(),
                                        field.name(),
                                        before,
                                        now));
            }
        }
        return differences;
    }

    /**
     * What was published under another variant of the same rule for the very same lines: nobody
     * could say which of the two holds.
     */
    Optional<SlaPolicy> overlapping(SlaPolicy policy) {
        return byVersion.values().stream()
                .filter(other -> Variants.overlap(policy, other))
                .findFirst();
    }

    /** A rule and its variant, in words. */
    static String named(SlaPolicy policy) {
        return policy.getVariant().isEmpty()
                ? policy.getRule()
                : policy.getRule() + " variant " + policy.getVariant();
    }

    private static String version(SlaPolicy policy) {
        return RuleBook.key(policy);
    }
}
