package io.milepost.cli.partners;

import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Table;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileDecision;
import io.milepost.events.ProfileStage;
import io.milepost.partners.publication.ProfileHistory;
import java.util.List;
import java.util.Locale;

/** A version of a profile, for people and for programs. */
final class ProfileLine {

    private final PartnerProfileVersion version;
    private final boolean inForce;

    private ProfileLine(PartnerProfileVersion version, boolean inForce) {
        this.version = version;
        this.inForce = inForce;
    }

    /** Every version of a profile, oldest first. */
    static List<ProfileLine> of(ProfileHistory history) {
        int inForce = history.inForce().map(PartnerProfileVersion::getVersion).orElse(0);
        return history.versions().stream()
                .map(it -> new ProfileLine(it, it.getVersion() == inForce))
                .toList();
    }

    /** A table of versions. */
    static List<String> table(List<ProfileLine> lines) {
        Table table =
                new Table("PROFILE", "VERSION", "STATE", "AUTHOR", "APPROVER", "SINCE", "REASON");
        lines.forEach(
                line ->
                        table.row(
                                line.version.getProfile(),
                                line.version.getVersion(),
                                line.state(),
                                line.version.getAuthor(),
                                line.version.getApprover() == null
                                        ? "-"
                                        : line.version.getApprover(),
                                line.since(),
                                line.reason()));
        return table.lines();
    }

    boolean is(int number) {
        return version.getVersion() == number;
    }

    /** In force, or how far it has come; one that was approved once and is not in force is past. */
    String state() {
        if (inForce) {
            return "in force";
        }
        return version.getStage() == ProfileStage.APPROVED
                ? "past"
                : version.getStage().name().toLowerCase(Locale.ROOT);
    }

    private String since() {
        ProfileDecision decision = version.getDecision();
        return (decision == null ? version.getPublishedAt() : decision.getAt()).toString();
    }

    private String reason() {
        String restores =
                version.getRestores() == null
                        ? ""
                        : "(version %d again) ".formatted(version.getRestores());
        ProfileDecision decision = version.getDecision();
        boolean more = decision != null && !decision.getReason().equals(version.getReason());
        return restores + version.getReason() + (more ? "; " + decision.getReason() : "");
    }

    /** All of it but its files. */
    Json json() {
        Json json =
                new Json()
                        .with("profile", version.getProfile())
                        .with("version", version.getVersion())
                        .with("state", state())
                        .with("author", version.getAuthor())
                        .with("approver", version.getApprover())
                        .with("publishedAt", version.getPublishedAt().toString())
                        .with("reason", version.getReason())
                        .with("anotherApproves", version.getAnotherApproves())
                        .with("restores", version.getRestores());
        ProfileDecision decision = version.getDecision();
        return json.with(
                "decision",
                decision == null
                        ? null
                        : new Json()
                                .with("by", decision.getBy())
                                .with("at", decision.getAt().toString())
                                .with("reason", decision.getReason()));
    }
}
