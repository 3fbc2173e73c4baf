package io.milepost.partners.profile;

import io.milepost.partners.canonical.Speaker;
import io.milepost.partners.mapping.MappingTerms;
import io.milepost.partners.message.Format;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of a partner: who it is, how it writes, and what its words mean.
 *
 * @param name of the profile
 * @param parent the profile that it extends; {@code null} if none
 * @param format the syntax that it writes in
 * @param speaker who speaks; in a profile that only others extend, stand-ins
 * @param senders the identifications under which it sends, as {@code qualifier:id}; none where the
 *     channel says who it is
 * @param channel how its messages come, in the words of the intake; {@code null} if not stated
 * @param terms how dates, numbers and codes are read
 * @param typeAt JSON pointer of the value that says what a JSON document is; {@code null} where
 *     there is one kind only
 * @param documents what becomes of its documents, by type
 * @param outbound how our documents are written for it, by their kind in lower case; none where
 *     they go out as they are
 * @param delivery how our documents reach it; {@code null} if it is sent none
 * @param samples messages with what they say
 */
public record PartnerProfile(
        String name,
        String parent,
        Format format,
        Speaker speaker,
        List<String> senders,
        String channel,
        MappingTerms terms,
        String typeAt,
        Map<String, DocumentRule> documents,
        Map<String, DocumentRule> outbound,
        DeliveryTerms delivery,
        List<Sample> samples) {

    /** Checks that everything is there, and takes copies. */
    public PartnerProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(terms, "terms");
        senders = List.copyOf(senders);
        documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
        outbound = Map.copyOf(outbound);
        samples = List.copyOf(samples);
    }
}
