package io.milepost.pipelines.delivery;

import io.milepost.events.PartnerInbound;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.FirstKnown;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.partners.delivery.DocumentWriter;
import io.milepost.partners.mapping.TemplateException;
import io.milepost.partners.profile.DeliveryTerms;
import io.milepost.partners.profile.PartnerMapper;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.pipelines.partners.ProfileShelf;
import io.milepost.pipelines.partners.Profiles;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How documents are written for each partner, by the profiles in force. Of several profiles of one
 * partner that say where documents go, the first by its name counts.
 */
final class DeliveryProfiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryProfiles.class);

    private final Profiles profiles;
    private final Map<String, Addressee> byPartner = new HashMap<>();

    /**
     * Somebody who gets documents.
     *
     * @param writer writes them
     * @param version of the profile
     */
    record Addressee(DocumentWriter writer, int version) {

        PartnerProfile profile() {
            return writer.profile();
        }
    }

    private DeliveryProfiles(Profiles profiles) {
        this.profiles = profiles;
        arrange();
    }

    static DeliveryProfiles open(RegistryFactory registry, ProfileShelf shelf) throws IOException {
        return new DeliveryProfiles(Profiles.open(registry, shelf));
    }

    /** Who gets what is for a partner; {@code null} if no profile says where it goes. */
    Addressee of(String partner) {
        return byPartner.get(partner);
    }

    /**
     * The profile of a piece as it is in force, if it asks for an answer to what came in with the
     * record, and answers go out in the piece's format; else {@code null}.
     */
    PartnerProfile answering(PartnerInbound piece, InboundRecord record) {
        PartnerMapper mapper = profiles.inForce(piece.getProfile());
        if (mapper == null) {
            return null;
        }
        PartnerProfile profile = mapper.profile();
        DeliveryTerms terms = profile.delivery();
        if (terms == null
                || terms.reply() == DeliveryTerms.Reply.NONE
                || !piece.getFormat().name().equals(profile.format().name())
                || FirstKnown.millis(record) < terms.since().toEpochMilli()) {
            return null;
        }
        Addressee addressee = of(PartnerKey.of(profile.speaker()));
        return addressee != null && addressee.profile().format() == profile.format()
                ? profile
                : null;
    }

    Entry.Kind add(InboundRecord record) throws RejectedRecordException, IOException {
        Entry.Kind kind = profiles.add(record);
        arrange();
        return kind;
    }

    private void arrange() {
        byPartner.clear();
        profiles.inForce()
                .forEach(
                        (name, mapper) -> {
                            PartnerProfile profile = mapper.getValue().profile();
                            if (profile.delivery() == null) {
                                return;
                            }
                            try {
                                byPartner.putIfAbsent(
                                        PartnerKey.of(profile.speaker()),
                                        new Addressee(DocumentWriter.of(profile), mapper.getKey()));
                            } catch (TemplateException e) {
                                LOG.warn("profile {} sends nothing: {}", name, e.getMessage());
                            }
                        });
    }

    @Override
    public void close() throws IOException {
        profiles.close();
    }
}
