package io.milepost.partners.publication;

import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileDecision;
import io.milepost.events.ProfileFile;
import io.milepost.events.ProfileStage;
import io.milepost.partners.mapping.TemplateException;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.ProfileSource;
import io.milepost.partners.trial.PartnerTrial;
import io.milepost.partners.trial.SampleCheck;
import io.milepost.schemas.TrustedEvents;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides what is said next of a profile, by all that was said of it. What was published is never
 * changed: a correction is a new version, and so is the return to an earlier one. Nothing comes
 * into force whose samples do not say what is expected of them.
 */
public final class Publication {

    /** Below what a broker takes in one record by default. */
    private static final int LARGEST = 900_000;

    static {
        TrustedEvents.trust();
    }

    private final ProfileHistory history;
    private final String person;
    private final Instant now;

    /**
     * A decision of a person.
     *
     * @param history all that was said of the profile
     * @param person who decides
     * @param now when
     */
    public Publication(ProfileHistory history, String person, Instant now) {
        this.history = history;
        this.person = person;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * A new version of a profile.
     *
     * @param source its files
     * @param rule who has to approve it
     * @param propose whether it shall wait for an approval even where none is asked for
     * @param reason why
     * @throws PublicationException if it cannot be, with everything that is wrong
     */
    public PartnerProfileVersion publish(
            ProfileSource source, ApprovalRule rule, boolean propose, String reason)
            throws IOException {
        int number = history.newest().map(it -> it.getVersion() + 1).orElse(1);
        PartnerProfile profile = checked(source);
        List<ProfileFile> files = ProfileFiles.named(profile, source);
        requireSmall(source, files);
        Optional<PartnerProfileVersion> newest = history.newest();
        if (newest.isPresent()
                && newest.get().getStage() != ProfileStage.RETIRED
                && newest.get().getYaml().equals(source.yaml())
                && newest.get().getFiles().equals(files)) {
            throw new PublicationException(
                    "%s: expected something new but version %d says the same"
                            .formatted(source.name(), newest.get().getVersion()));
        }
        boolean another = rule == ApprovalRule.ANOTHER_PERSON || history.needsAnother(number);
        return PartnerProfileVersion.newBuilder()
                .setProfile(source.name())
                .setVersion(number)
                .setStage(another || propose ? ProfileStage.PROPOSED : ProfileStage.APPROVED)
                .setAuthor(person)
                .setReason(reason)
                .setPublishedAt(now)
                .setYaml(source.yaml())
                .setFiles(files)
                .setAnotherApproves(another)
                .build();
    }

    /**
     * A version that was proposed, approved.
     *
     * @param number the version; {@code null} for the one that was proposed last
     */
    public PartnerProfileVersion approve(Integer number, String reason) throws IOException {
        PartnerProfileVersion proposed = number == null ? lastProposed() : required(number);
        String name = named(proposed);
        if (proposed.getStage() != ProfileStage.PROPOSED) {
            throw new PublicationException(
                    name + ": expected a version that is proposed but it is " + word(proposed));
        }
        Optional<PartnerProfileVersion> inForce = history.inForce();
        if (inForce.isPresent() && inForce.get().getVersion() > proposed.getVersion()) {
            throw new PublicationException(
                    "%s: expected no later version in force but found version %d; publish it anew"
                            .formatted(name, inForce.get().getVersion()));
        }
        if (history.needsAnother(proposed.getVersion()) && person.equals(proposed.getAuthor())) {
            throw new PublicationException(
                    "%s: expected the approval of somebody else than its author but found %s"
                            .formatted(name, person));
        }
        checked(ProfileFiles.source(proposed));
        return PartnerProfileVersion.newBuilder(proposed)
                .setStage(ProfileStage.APPROVED)
                .setApprover(person)
                .setDecision(new ProfileDecision(person, reason, now))
                .build();
    }

    /**
     * An earlier version in force again, as a new one. It was approved before, so that nobody has
     * to be waited for.
     *
     * @param number the earlier version; {@code null} for the one that was in force before
     */
    public PartnerProfileVersion rollback(Integer number, String reason) throws IOException {
        PartnerProfileVersion earlier = number == null ? before() : required(number);
        if (!history.isApproved(earlier) && earlier.getStage() != ProfileStage.RETIRED) {
            throw new PublicationException(
                    named(earlier)
                            + ": expected a version that was in force but it is "
                            + word(earlier));
        }
        Optional<PartnerProfileVersion> inForce = history.inForce();
        if (inForce.isPresent() && inForce.get().getVersion() == earlier.getVersion()) {
            throw new PublicationException(
                    named(earlier) + ": expected an earlier version but it is in force");
        }
        checked(ProfileFiles.source(earlier));
        return PartnerProfileVersion.newBuilder(earlier)
                .setVersion(history.newest().orElseThrow().getVersion() + 1)
                .setStage(ProfileStage.APPROVED)
                .setPublishedAt(now)
                .setReason(reason)
                .setRestores(earlier.getVersion())
                .setDecision(new ProfileDecision(person, reason, now))
                .build();
    }

    /** The version in force, retired: no version of the profile is in force then. */
    public PartnerProfileVersion retire(String reason) throws PublicationException {
        PartnerProfileVersion inForce =
                history.inForce()
                        .orElseThrow(
                                () ->
                                        new PublicationException(
                                                "expected a version in force but found none"));
        return PartnerProfileVersion.newBuilder(inForce)
                .setStage(ProfileStage.RETIRED)
                .setDecision(new ProfileDecision(person, reason, now))
                .build();
    }

    private PartnerProfileVersion lastProposed() throws PublicationException {
        return history.versions().stream()
                .filter(it -> it.getStage() == ProfileStage.PROPOSED)
                .reduce((one, later) -> later)
                .orElseThrow(
                        () ->
                                new PublicationException(
                                        "expected a version that is proposed but found none"));
    }

    private PartnerProfileVersion required(int number) throws PublicationException {
        return history.version(number)
                .orElseThrow(
                        () ->
                                new PublicationException(
                                        "version: expected one of %s but found %d"
                                                .formatted(
                                                        history.versions().stream()
                                                                .map(it -> "" + it.getVersion())
                                                                .collect(Collectors.joining(", ")),
                                                        number)));
    }

    /** The version that was in force before the one that is, or that was retired. */
    private PartnerProfileVersion before() throws PublicationException {
        PartnerProfileVersion found = null;
        PartnerProfileVersion last = null;
        for (PartnerProfileVersion version : history.versions()) {
            if (history.isApproved(version) || version.getStage() == ProfileStage.RETIRED) {
                found = last;
                last = version;
            }
        }
        if (last != null && last.getStage() == ProfileStage.RETIRED) {
            return last;
        } else if (found == null) {
            throw new PublicationException(
                    "expected a version that was in force before but found none");
        }
        return found;
    }

    private static PartnerProfile checked(ProfileSource source) throws IOException {
        PartnerProfile profile = PartnerProfiles.read(source.name(), source);
        if (profile.samples().isEmpty()) {
            throw new PublicationException(
                    source.name() + ": samples: expected at least one but found none");
        }
        try {
            List<String> differences =
                    SampleCheck.play(profile, new PartnerTrial(profile)).stream()
                            .flatMap(it -> it.differences().stream())
                            .toList();
            if (!differences.isEmpty()) {
                throw new PublicationException(
                        source.name()
                                + ": its samples are not as expected\n"
                                + String.join("\n", differences));
            }
        } catch (TemplateException e) {
            throw new PublicationException(source.name() + ": " + e.getMessage(), e);
        }
        return profile;
    }

    private static void requireSmall(ProfileSource source, List<ProfileFile> files)
            throws PublicationException {
        long size =
                source.yaml().length()
                        + files.stream().mapToLong(it -> it.getContent().remaining()).sum();
        if (size > LARGEST) {
            throw new PublicationException(
                    "%s: expected at most %d bytes with templates and samples but found %d"
                            .formatted(source.name(), LARGEST, size));
        }
    }

    private static String named(PartnerProfileVersion version) {
        return version.getProfile() + " version " + version.getVersion();
    }

    private static String word(PartnerProfileVersion version) {
        return version.getStage().name().toLowerCase(Locale.ROOT);
    }
}
