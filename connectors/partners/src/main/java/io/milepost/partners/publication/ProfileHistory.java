package io.milepost.partners.publication;

import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileStage;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every version of one profile, as it was said last. Which of them is in force follows from these
 * alone, not from the order in which they came, so that whoever reads the topic, from its beginning
 * or while it grows, comes to the same.
 */
public final class ProfileHistory {

    private final NavigableMap<Integer, PartnerProfileVersion> versions = new TreeMap<>();

    /** Takes in a version, or what has become of one. */
    public void say(PartnerProfileVersion version) {
        versions.put(version.getVersion(), version);
    }

    /** A version is as if it had not been said. */
    public void forget(int version) {
        versions.remove(version);
    }

    /** Every version, oldest first. */
    public List<PartnerProfileVersion> versions() {
        return List.copyOf(versions.values());
    }

    /** A version. */
    public Optional<PartnerProfileVersion> version(int number) {
        return Optional.ofNullable(versions.get(number));
    }

    /** The version that was published last. */
    public Optional<PartnerProfileVersion> newest() {
        return Optional.ofNullable(versions.lastEntry()).map(Map.Entry::getValue);
    }

    /**
     * The version in force: the highest that is approved, by somebody else than its author where
     * that is asked for. None is while a higher one is retired.
     */
    public Optional<PartnerProfileVersion> inForce() {
        for (PartnerProfileVersion version : versions.descendingMap().values()) {
            if (version.getStage() == ProfileStage.RETIRED) {
                return Optional.empty();
            } else if (isApproved(version)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** Whether a version is approved by whom it has to be. */
    public boolean isApproved(PartnerProfileVersion version) {
        return version.getStage() == ProfileStage.APPROVED
                && (!needsAnother(version.getVersion())
                        || version.getApprover() != null
                                && !version.getApprover().equals(version.getAuthor()));
    }

    /**
     * Whether somebody else than the author has to approve a version: what one version asks for,
     * every later one has to keep to.
     */
    public boolean needsAnother(int version) {
        return versions.headMap(version, true).values().stream()
                .anyMatch(PartnerProfileVersion::getAnotherApproves);
    }
}
