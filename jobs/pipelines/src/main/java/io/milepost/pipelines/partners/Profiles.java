package io.milepost.pipelines.partners;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileStage;
import io.milepost.events.RejectReason;
import io.milepost.kafka.avro.AvroDecoder;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.partners.mapping.TemplateException;
import io.milepost.partners.profile.PartnerMapper;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.publication.ProfileFiles;
import io.milepost.partners.publication.ProfileHistory;
import io.milepost.pipelines.milestones.accounts.Entry;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profiles in force in one subtask: read whole before the first message, then added to. Which
 * version of a profile counts is for {@link ProfileHistory} to say; one that cannot be used is as
 * if it had not been said.
 */
public final class Profiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;
    private final Map<String, ProfileHistory> histories = new HashMap<>();
    private final Map<String, PartnerMapper> mappers = new HashMap<>();
    private final Map<String, Said> said = new HashMap<>();

    /**
     * What was said of a version last.
     *
     * @param offset where; profiles have one partition, so that this is the order they were said in
     * @param refusal why it cannot be used; {@code null} if it can
     */
    private record Said(
            PartnerProfileVersion version, long offset, RejectedRecordException refusal) {}

    private Profiles(SchemaRegistryClient registry) {
        this.registry = registry;
        this.decoder = new AvroDecoder(registry);
    }

    /**
     * Reads everything that was published until now.
     *
     * @throws IOException if it cannot be read; the job tries again
     */
    public static Profiles open(RegistryFactory registry, ProfileShelf shelf) throws IOException {
        Profiles profiles = new Profiles(registry.open());
        for (InboundRecord record : shelf.readAll()) {
            try {
                profiles.add(record);
            } catch (RejectedRecordException e) {
                // The same record comes again on the stream, where it becomes a dead letter.
                LOG.warn("a profile is not used: {}", e.getMessage());
            }
        }
        LOG.info("{} profiles are known", profiles.histories.size());
        return profiles;
    }

    /** Maps by the profile as it is in force; {@code null} if none is. */
    public PartnerMapper inForce(String profile) {
        ProfileHistory history = histories.get(profile);
        return history == null
                ? null
                : history.inForce().map(it -> mappers.get(key(it))).orElse(null);
    }

    /** Every profile in force by its name, each with its version. */
    public Map<String, Map.Entry<Integer, PartnerMapper>> inForce() {
        Map<String, Map.Entry<Integer, PartnerMapper>> all = new TreeMap<>();
        histories.forEach(
                (name, history) ->
                        history.inForce()
                                .ifPresent(
                                        it ->
                                                all.put(
                                                        name,
                                                        Map.entry(
                                                                it.getVersion(),
                                                                mappers.get(key(it))))));
        return all;
    }

    /**
     * Takes in what is said of a version; what is said of it last counts. The same record may come
     * twice, from the shelf and on the stream, and on the stream behind what the shelf had already.
     *
     * @return whether the record tells something new
     * @throws RejectedRecordException if it cannot be read or used
     */
    public Entry.Kind add(InboundRecord record) throws RejectedRecordException, IOException {
        PartnerProfileVersion version = decoder.decode(record, PartnerProfileVersion.class);
        Said before = said.get(key(version));
        if (before != null && before.offset() == record.offset() && before.refusal() != null) {
            throw before.refusal();
        } else if (before != null && before.offset() >= record.offset()) {
            return Entry.Kind.EFFECTIVE;
        } else if (before != null && before.version().equals(version)) {
            return Entry.Kind.DUPLICATE;
        }
        RejectedRecordException refusal = say(record, version);
        said.put(key(version), new Said(version, record.offset(), refusal));
        if (refusal != null) {
            throw refusal;
        }
        return Entry.Kind.EFFECTIVE;
    }

    /** A version that cannot be used is forgotten: then those before it count. */
    private RejectedRecordException say(InboundRecord record, PartnerProfileVersion version)
            throws IOException {
        ProfileHistory history =
                histories.computeIfAbsent(version.getProfile(), name -> new ProfileHistory());
        boolean approved = version.getStage() == ProfileStage.APPROVED;
        try {
            if (approved) {
                mappers.put(key(version), mapper(record, version));
            }
        } catch (RejectedRecordException e) {
            history.forget(version.getVersion());
            return e;
        }
        history.say(version);
        if (!approved || history.isApproved(version)) {
            return null;
        }
        return new RejectedRecordException(
                RejectReason.INVALID,
                "%s: profile %s: approver: expected somebody else than the author but found %s"
                        .formatted(record.address(), key(version), version.getApprover()),
                null);
    }

    private static String key(PartnerProfileVersion version) {
        return version.getProfile() + "/" + version.getVersion();
    }

    private static PartnerMapper mapper(InboundRecord record, PartnerProfileVersion version)
            throws RejectedRecordException, IOException {
        String name = version.getProfile() + " version " + version.getVersion();
        try {
            return PartnerMapper.of(PartnerProfiles.read(name, ProfileFiles.source(version)));
        } catch (IOException | TemplateException e) {
            throw new RejectedRecordException(
                    RejectReason.INVALID,
                    record.address() + ": profile " + name + ": " + e.getMessage(),
                    null,
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        registry.close();
    }
}
