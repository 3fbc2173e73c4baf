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
import io.milepost.partners.profile.ProfileSource;
import io.milepost.pipelines.milestones.accounts.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profiles in force in one subtask: read whole before the first message, then added to. Of a
 * profile the highest version that is approved counts.
 */
public final class Profiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

    private final SchemaRegistryClient registry;
    private final AvroDecoder decoder;
    private final Map<String, NavigableMap<Integer, PartnerMapper>> approved = new HashMap<>();
    private final Map<String, Said> said = new HashMap<>();

    /** What was said of a version last, and where first. */
    private record Said(PartnerProfileVersion version, String address) {}

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
        LOG.info("{} profiles are in force", profiles.approved.size());
        return profiles;
    }

    /** Maps by the profile as it is in force; {@code null} if none is. */
    public PartnerMapper inForce(String profile) {
        NavigableMap<Integer, PartnerMapper> versions = approved.get(profile);
        return versions == null || versions.isEmpty() ? null : versions.lastEntry().getValue();
    }

    /** Every profile in force by its name, each with its version. */
    public Map<String, Map.Entry<Integer, PartnerMapper>> inForce() {
        Map<String, Map.Entry<Integer, PartnerMapper>> all = new TreeMap<>();
        approved.forEach(
                (name, versions) -> {
                    if (!versions.isEmpty()) {
                        all.put(name, versions.lastEntry());
                    }
                });
        return all;
    }

    /**
     * Takes in what is said of a version. The same record may come twice, from the shelf and on the
     * stream.
     *
     * @return whether the record tells something new
     * @throws RejectedRecordException if it cannot be read or used
     */
    public Entry.Kind add(InboundRecord record) throws RejectedRecordException, IOException {
        PartnerProfileVersion version = decoder.decode(record, PartnerProfileVersion.class);
        String key = version.getProfile() + "/" + version.getVersion();
        Said before = said.get(key);
        if (before != null && before.address().equals(record.address())) {
            return Entry.Kind.EFFECTIVE;
        }
        if (before != null && before.version().equals(version)) {
            return Entry.Kind.DUPLICATE;
        }
        NavigableMap<Integer, PartnerMapper> versions =
                approved.computeIfAbsent(version.getProfile(), name -> new TreeMap<>());
        if (version.getStage() == ProfileStage.APPROVED) {
            versions.put(version.getVersion(), mapper(record, version));
        } else {
            versions.remove(version.getVersion());
        }
        said.put(key, new Said(version, record.address()));
        return Entry.Kind.EFFECTIVE;
    }

    private static PartnerMapper mapper(InboundRecord record, PartnerProfileVersion version)
            throws RejectedRecordException, IOException {
        String name = version.getProfile() + " version " + version.getVersion();
        Map<String, byte[]> files = new HashMap<>();
        version.getFiles().forEach(file -> files.put(file.getPath(), copy(file.getContent())));
        try {
            return PartnerMapper.of(
                    PartnerProfiles.read(
                            name,
                            new ProfileSource(version.getProfile(), version.getYaml(), files)));
        } catch (IOException | TemplateException e) {
            throw new RejectedRecordException(
                    RejectReason.INVALID,
                    record.address() + ": profile " + name + ": " + e.getMessage(),
                    null,
                    e);
        }
    }

    private static byte[] copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        registry.close();
    }
}
