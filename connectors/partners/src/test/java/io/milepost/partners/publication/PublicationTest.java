package io.milepost.partners.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileStage;
import io.milepost.partners.onboarding.ProfileDraft;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.ProfileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final ProfileHistory history = new ProfileHistory();

    private Publication by(String person) {
        return new Publication(history, person, NOW);
    }

    private PartnerProfileVersion said(PartnerProfileVersion version) {
        history.say(version);
        return version;
    }

    private PartnerProfileVersion published(String zone) throws IOException {
        return said(by("ana").publish(profile(zone), ApprovalRule.AUTHOR, false, "first"));
    }

    private static ProfileSource profile(String zone) throws IOException {
        byte[] message =
                PartnerProfiles.shippedSource("generic-x12").files().get("samples/855.edi");
        Map<String, byte[]> files =
                new HashMap<>(
                        ProfileDraft.of(
                                        "northwind",
                                        "855.edi",
                                        message,
                                        new ProfileDraft.Wishes("main", "1", "501", zone, null))
                                .files());
        files.put("README.md", new byte[10]);
        String yaml = new String(files.remove("profile.yaml"), StandardCharsets.UTF_8);
        return new ProfileSource("northwind", yaml, files);
    }

    private int inForce() {
        return history.inForce().map(PartnerProfileVersion::getVersion).orElse(0);
    }

    @Test
    void aVersionIsInForceAtOnceWhereNobodyElseIsAskedFor() throws IOException {
        PartnerProfileVersion first = published("UTC");

        assertThat(first.getStage()).isEqualTo(ProfileStage.APPROVED);
        assertThat(first.getAuthor()).isEqualTo("ana");
        assertThat(first.getPublishedAt()).isEqualTo(NOW);
        assertThat(first.getFiles())
                .extracting(file -> file.getPath())
                .as("only those that the profile names")
                .containsExactly("samples/855.edi", "samples/855.events.json");
        assertThat(inForce()).isEqualTo(1);
    }

    @Test
    void theSameAgainIsNoVersion() throws IOException {
        published("UTC");

        assertThatThrownBy(() -> published("UTC"))
                .hasMessage("northwind: expected something new but version 1 says the same");
        assertThat(published("Europe/Berlin").getVersion()).isEqualTo(2);
    }

    @Test
    void samplesThatSaySomethingElseRefuseIt() throws IOException {
        ProfileSource good = profile("UTC");
        Map<String, byte[]> files = new HashMap<>(good.files());
        files.put("samples/855.events.json", "{}".getBytes(StandardCharsets.UTF_8));
        ProfileSource other = new ProfileSource(good.name(), good.yaml(), files);

        assertThatThrownBy(() -> by("ana").publish(other, ApprovalRule.AUTHOR, false, "x"))
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining("northwind: its samples are not as expected\n")
                .hasMessageContaining("samples/855.events.json line 1: expected {} but found {");
    }

    @Test
    void aProfileWithoutSamplesIsRefused() {
        ProfileSource bare =
                new ProfileSource(
                        "northwind",
                        "extends: generic-x12\ninstance: main\ncompany: \"1\"\npartner: x\n",
                        Map.of());

        assertThatThrownBy(() -> by("ana").publish(bare, ApprovalRule.AUTHOR, false, "x"))
                .hasMessage("northwind: samples: expected at least one but found none");
    }

    @Test
    void whereItIsAskedForSomebodyElseApproves() throws IOException {
        said(by("ana").publish(profile("UTC"), ApprovalRule.ANOTHER_PERSON, false, "first"));

        assertThat(inForce()).isZero();
        assertThatThrownBy(() -> by("ana").approve(null, "mine"))
                .hasMessage(
                        "northwind version 1: expected the approval of somebody else than its"
                                + " author but found ana");

        PartnerProfileVersion approved = said(by("ben").approve(null, "checked"));
        assertThat(approved.getApprover()).isEqualTo("ben");
        assertThat(approved.getReason()).isEqualTo("first");
        assertThat(approved.getDecision().getReason()).isEqualTo("checked");
        assertThat(inForce()).isEqualTo(1);
    }

    @Test
    void onceAskedForItIsAskedForOfEveryLaterVersion() throws IOException {
        said(by("ana").publish(profile("UTC"), ApprovalRule.ANOTHER_PERSON, false, "first"));
        said(by("ben").approve(1, "checked"));

        PartnerProfileVersion second =
                said(by("ana").publish(profile("Asia/Tokyo"), ApprovalRule.AUTHOR, false, "y"));

        assertThat(second.getStage()).isEqualTo(ProfileStage.PROPOSED);
        assertThat(inForce()).isEqualTo(1);
        history.say(
                PartnerProfileVersion.newBuilder(second)
                        .setStage(ProfileStage.APPROVED)
                        .setApprover("ana")
                        .setAnotherApproves(false)
                        .build());
        assertThat(inForce()).as("whatever is written past the command").isEqualTo(1);
    }

    @Test
    void aRollbackIsANewVersionWithTheContentOfTheEarlierOne() throws IOException {
        PartnerProfileVersion first = published("UTC");
        published("Asia/Tokyo");

        PartnerProfileVersion third = said(by("ben").rollback(null, "wrong days"));

        assertThat(third.getVersion()).isEqualTo(3);
        assertThat(third.getRestores()).isEqualTo(1);
        assertThat(third.getYaml()).isEqualTo(first.getYaml());
        assertThat(third.getAuthor()).as("of the content").isEqualTo("ana");
        assertThat(third.getDecision().getBy()).isEqualTo("ben");
        assertThat(inForce()).isEqualTo(3);
        assertThatThrownBy(() -> by("ben").rollback(3, "again"))
                .hasMessage("northwind version 3: expected an earlier version but it is in force");
        assertThatThrownBy(() -> by("ben").rollback(7, "again"))
                .hasMessage("version: expected one of 1, 2, 3 but found 7");
    }

    @Test
    void aRollbackNeedsAVersionThatWasInForce() throws IOException {
        published("UTC");
        said(by("ana").publish(profile("Asia/Tokyo"), ApprovalRule.AUTHOR, true, "proposed"));

        assertThatThrownBy(() -> by("ana").rollback(2, "x"))
                .hasMessage(
                        "northwind version 2: expected a version that was in force but it is"
                                + " proposed");
        assertThatThrownBy(() -> by("ana").rollback(null, "x"))
                .hasMessage("expected a version that was in force before but found none");
    }

    @Test
    void aRetiredProfileIsNotInForceUntilItIsPutBack() throws IOException {
        published("UTC");
        published("Asia/Tokyo");

        said(by("ben").retire("no supplier any more"));
        assertThat(inForce()).isZero();
        assertThatThrownBy(() -> by("ben").retire("again"))
                .hasMessage("expected a version in force but found none");

        assertThat(said(by("ben").rollback(null, "it is again")).getRestores()).isEqualTo(2);
        assertThat(inForce()).isEqualTo(3);
    }

    @Test
    void anEarlierProposalIsNotApprovedOverALaterVersion() throws IOException {
        said(by("ana").publish(profile("UTC"), ApprovalRule.AUTHOR, true, "proposed"));
        published("Asia/Tokyo");

        assertThatThrownBy(() -> by("ben").approve(1, "x"))
                .hasMessage(
                        "northwind version 1: expected no later version in force but found version"
                                + " 2; publish it anew");
        assertThatThrownBy(() -> by("ben").approve(2, "x"))
                .hasMessage(
                        "northwind version 2: expected a version that is proposed but it is"
                                + " approved");
    }
}
