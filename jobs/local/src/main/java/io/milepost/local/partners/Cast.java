package io.milepost.local.partners;

import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileFile;
import io.milepost.events.ProfileStage;
import io.milepost.local.feed.Micros;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Who speaks what. The suppliers are dealt to the formats by a seed, as evenly as can be; what a
 * supplier's format has no words for, it says in its portal. The carrier has an old system, which
 * writes X12, and a new one, which calls webhooks.
 */
final class Cast {

    private static final String SUPPLIER = "supplier-";
    private static final String PORTAL = "-portal";

    private final Map<String, Correspondent> suppliers = new LinkedHashMap<>();
    private final Map<String, Correspondent> portals = new LinkedHashMap<>();
    private final Map<Voice, Correspondent> carrier = new LinkedHashMap<>();
    private final Map<String, Correspondent> byProfile = new LinkedHashMap<>();
    private final long seed;

    /**
     * @param ids the suppliers' partner ids
     * @param carrier the carrier's partner id
     */
    Cast(long seed, Collection<String> ids, String carrier) {
        this.seed = seed;
        List<String> dealt = new ArrayList<>(new TreeSet<>(ids));
        Collections.shuffle(dealt, new Random(seed));
        Voice[] voices = Voice.values();
        for (int i = 0; i < dealt.size(); i++) {
            String id = dealt.get(i);
            Voice voice = voices[i % voices.length];
            suppliers.put(id, add(new Correspondent(SUPPLIER + id, id, voice, false)));
            if (voice != Voice.WEBHOOK) {
                portals.put(
                        id,
                        add(new Correspondent(SUPPLIER + id + PORTAL, id, Voice.WEBHOOK, false)));
            }
        }
        for (Voice voice : List.of(Voice.X12, Voice.WEBHOOK)) {
            String profile = "carrier-" + voice.title();
            this.carrier.put(voice, add(new Correspondent(profile, carrier, voice, true)));
        }
    }

    private Correspondent add(Correspondent who) {
        byProfile.put(who.profile(), who);
        return who;
    }

    Collection<Correspondent> all() {
        return byProfile.values();
    }

    Correspondent of(String profile) {
        return byProfile.get(profile);
    }

    Correspondent supplier(String id) {
        return suppliers.get(id);
    }

    /** Where a supplier says what its format cannot say; {@code null} if that says all. */
    Correspondent portal(String id) {
        return portals.get(id);
    }

    /** The system of the carrier that has a shipment. */
    Correspondent carrierOf(String shipment) {
        boolean old = Math.floorMod(shipment.hashCode() ^ seed, 2) == 0;
        return carrier.get(old ? Voice.X12 : Voice.WEBHOOK);
    }

    /**
     * The profiles, approved.
     *
     * @param url where a profile's supplier gets its orders
     * @param sinceMicros orders that were confirmed before are not sent
     */
    List<PartnerProfileVersion> profiles(
            String instance, String company, UnaryOperator<String> url, long sinceMicros)
            throws IOException {
        List<PartnerProfileVersion> versions = new ArrayList<>();
        for (Correspondent who : all()) {
            String delivery =
                    suppliers.containsValue(who)
                            ? delivery(who, url.apply(who.profile()), Micros.toInstant(sinceMicros))
                            : null;
            versions.add(profile(who, instance, company, delivery));
        }
        return versions;
    }

    /**
     * A profile.
     *
     * @param delivery where documents go; {@code null} for nowhere
     */
    PartnerProfileVersion profile(
            Correspondent who, String instance, String company, String delivery)
            throws IOException {
        String yaml =
                "%sinstance: %s\ncompany: \"%s\"\npartner: \"%s\"\ntime-of-dates: \"00:00\"\n%s"
                        .formatted(
                                who.rules(),
                                instance,
                                company,
                                who.partner(),
                                delivery == null ? "" : delivery);
        return PartnerProfileVersion.newBuilder()
                .setProfile(who.profile())
                .setVersion(1)
                .setStage(ProfileStage.APPROVED)
                .setAuthor("demo")
                .setApprover("demo")
                .setReason("a partner of the story")
                .setPublishedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .setYaml(yaml)
                .setFiles(files(who))
                .build();
    }

    private static String delivery(Correspondent who, String url, Instant since) {
        String delivery = "delivery:\n  since: %s\n  url: %s\n".formatted(since, url);
        boolean interchanges = who.voice() == Voice.X12 || who.voice() == Voice.EDIFACT;
        return interchanges
                ? delivery
                        + "  sender: %s\n  receiver: %s\n"
                                .formatted(Correspondent.US, who.identification())
                : delivery;
    }

    private static List<ProfileFile> files(Correspondent who) throws IOException {
        List<ProfileFile> files = new ArrayList<>();
        for (String name : who.templates()) {
            try (InputStream template = Cast.class.getResourceAsStream(name)) {
                if (template == null) {
                    throw new IOException(name + ": expected it in the program");
                }
                files.add(new ProfileFile(name, ByteBuffer.wrap(template.readAllBytes())));
            }
        }
        return files;
    }
}
