package io.milepost.e2e.stack;

import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileStage;
import io.milepost.partners.message.Format;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A partner that sends messages.
 *
 * @param profile name of its profile
 * @param format what it speaks
 * @param yaml the profile
 */
public record Partner(String profile, Format format, String yaml) {

    /** One that extends a shipped profile. */
    public static Partner of(
            String profile, Format format, String generic, String instance, String partner) {
        return new Partner(
                profile,
                format,
                "extends: %s\ninstance: %s\ncompany: \"1\"\npartner: \"%s\"\n"
                        .formatted(generic, instance, partner));
    }

    /** With more lines in its profile. */
    public Partner with(String lines) {
        return new Partner(profile, format, yaml + lines + "\n");
    }

    /** Its profile, in force. */
    PartnerProfileVersion inForce() {
        return PartnerProfileVersion.newBuilder()
                .setProfile(profile)
                .setVersion(1)
                .setStage(ProfileStage.APPROVED)
                .setAuthor("ana")
                .setApprover("ben")
                .setReason("first")
                .setPublishedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .setYaml(yaml)
                .setFiles(List.of())
                .build();
    }
}
