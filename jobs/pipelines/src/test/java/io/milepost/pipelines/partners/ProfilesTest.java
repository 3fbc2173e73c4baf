package io.milepost.pipelines.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileStage;
import io.milepost.kafka.avro.RejectedRecordException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.TrustedEvents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    static {
        TrustedEvents.trust();
    }

    private static final InboundRecord FIRST = said(1, ProfileStage.APPROVED, "first");
    private static final InboundRecord SECOND = said(2, ProfileStage.APPROVED, "second");

    private static InboundRecord said(int version, ProfileStage stage, String partner) {
        return said(version, stage, partner, false, null);
    }

    private static InboundRecord said(
            int version,
            ProfileStage stage,
            String partner,
            boolean anotherApproves,
            String approver) {
        return Bench.record(
                Catalogue.PARTNER_PROFILES,
                PartnerProfileVersion.newBuilder()
                        .setProfile("northwind")
                        .setVersion(version)
                        .setStage(stage)
                        .setAuthor("ana")
                        .setApprover(approver)
                        .setReason("test")
                        .setPublishedAt(Instant.EPOCH)
                        .setYaml(
                                "extends: generic-x12\ninstance: main\ncompany: \"1\"\npartner: "
                                        + partner)
                        .setFiles(List.of())
                        .setAnotherApproves(anotherApproves)
                        .build());
    }

    private static Profiles shelf(InboundRecord... records) throws Exception {
        return Profiles.open(Bench.OPENS_REGISTRY, () -> List.of(records));
    }

    private static String inForce(Profiles profiles) {
        return profiles.inForce("northwind") == null
                ? null
                : profiles.inForce("northwind").profile().speaker().partner();
    }

    @Test
    void theStreamBehindTheShelfPutsNothingBackInForce() throws Exception {
        InboundRecord retired = said(1, ProfileStage.RETIRED, "first");
        Profiles profiles = shelf(FIRST, retired);

        assertThat(profiles.add(FIRST)).isEqualTo(Entry.Kind.EFFECTIVE);
        assertThat(inForce(profiles)).isNull();
        assertThat(profiles.add(retired)).isEqualTo(Entry.Kind.EFFECTIVE);
        assertThat(inForce(profiles)).isNull();
    }

    @Test
    void aRollbackIsAVersionLikeAnyOther() throws Exception {
        Profiles profiles = shelf(FIRST, SECOND);
        assertThat(inForce(profiles)).isEqualTo("second");

        profiles.add(said(3, ProfileStage.APPROVED, "first"));

        assertThat(inForce(profiles)).isEqualTo("first");
    }

    @Test
    void aVersionThatCannotBeUsedChangesNothingAndIsToldWheneverItComes() throws Exception {
        InboundRecord broken = said(2, ProfileStage.APPROVED, "x\nextend: generic-x12");
        Profiles profiles = shelf(FIRST, broken);

        assertThat(inForce(profiles)).isEqualTo("first");
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> profiles.add(broken))
                    .isInstanceOf(RejectedRecordException.class)
                    .hasMessageContaining("profile northwind version 2")
                    .hasMessageContaining("an unknown field");
        }
        assertThat(inForce(profiles)).isEqualTo("first");
    }

    @Test
    void whatItsAuthorApprovedIsNotUsedWhereSomebodyElseHasTo() throws Exception {
        InboundRecord own = said(2, ProfileStage.APPROVED, "second", true, "ana");
        InboundRecord later = said(3, ProfileStage.APPROVED, "third", false, "ana");
        Profiles profiles = shelf(FIRST);

        assertThatThrownBy(() -> profiles.add(own))
                .hasMessageContaining(
                        "approver: expected somebody else than the author but found ana");
        assertThatThrownBy(() -> profiles.add(later))
                .as("what one version asks for holds for those after it")
                .isInstanceOf(RejectedRecordException.class);
        assertThat(inForce(profiles)).isEqualTo("first");
        profiles.add(said(2, ProfileStage.APPROVED, "second", true, "ben"));
        assertThat(inForce(profiles)).isEqualTo("second");
    }

    @Test
    void inWhateverOrderTheLastRecordsOfVersionsCameTheSameIsInForce() throws Exception {
        InboundRecord asks = said(1, ProfileStage.APPROVED, "first", true, "ben");
        InboundRecord own = said(2, ProfileStage.APPROVED, "second", false, "ana");

        assertThat(inForce(shelf(asks, own))).isEqualTo("first");
        assertThat(inForce(shelf(own, asks))).isEqualTo("first");
    }
}
