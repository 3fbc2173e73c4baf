package io.milepost.partners.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.ProfileSource;
import io.milepost.partners.trial.PartnerTrial;
import io.milepost.partners.trial.SampleCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileDraftTest {

    private static final ProfileDraft.Wishes USUAL =
            new ProfileDraft.Wishes("main", "1", null, null, null);
    private static final ProfileDraft.Wishes NAMED =
            new ProfileDraft.Wishes("main", "1", "501", "America/Chicago", null);

    private static byte[] sample(String profile, String file) throws IOException {
        return PartnerProfiles.shippedSource(profile).files().get("samples/" + file);
    }

    private static String yaml(ProfileDraft draft) {
        return new String(draft.files().get(ProfileSource.PROFILE_FILE), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "generic-x12, 855.edi",
        "generic-edifact, ordrsp.edi",
        "generic-ubl, order-response.xml",
        "generic-dcsa, tnt-2.2.json",
        "generic-epcis, shipping.json",
        "aftership, webhook.json",
        "easypost, tracker-updated.json"
    })
    void theFormatIsFoundAndTheDraftPassesItsOwnSample(String profile, String file)
            throws Exception {
        ProfileDraft draft = ProfileDraft.of("northwind", file, sample(profile, file), NAMED);

        assertThat(draft.parent()).isEqualTo(profile);
        assertThat(draft.problems()).isEmpty();
        PartnerProfile read =
                PartnerProfiles.read(
                        "northwind", new ProfileSource("northwind", yaml(draft), draft.files()));
        assertThat(SampleCheck.play(read, new PartnerTrial(read)))
                .singleElement()
                .satisfies(played -> assertThat(played.differences()).isEmpty());
        assertThat(read.speaker().partner()).isEqualTo("501");
        assertThat(read.terms().zone()).hasToString("America/Chicago");
    }

    @Test
    void theSenderIsThePartnerWhereNobodySaysOtherwise() throws IOException {
        ProfileDraft draft =
                ProfileDraft.of("northwind", "855.edi", sample("generic-x12", "855.edi"), USUAL);

        assertThat(yaml(draft))
                .contains("partner: \"123456789\"\n")
                .contains("senders: [\"01:123456789\"]\n");
    }

    @Test
    void aDocumentSaysItsSenderInItsParties() throws IOException {
        String invoice =
                """
                <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
                 <ID>INV-1</ID><IssueDate>2026-03-21</IssueDate>
                 <AccountingSupplierParty><Party><EndpointID>7300010000001</EndpointID></Party></AccountingSupplierParty>
                </Invoice>
                """;

        ProfileDraft draft =
                ProfileDraft.of(
                        "northwind",
                        "invoice.xml",
                        invoice.getBytes(StandardCharsets.UTF_8),
                        USUAL);

        assertThat(yaml(draft)).contains("partner: \"7300010000001\"\n");
        assertThat(draft.problems()).as("what keeps it from being used is told").isNotEmpty();
        assertThat(draft.files()).doesNotContainKey("samples/invoice.events.json");
    }

    @Test
    void nothingIsMadeOfWhatIsNoMessage() throws IOException {
        byte[] text = "Dear sirs".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ProfileDraft.of("northwind", "letter.txt", text, USUAL))
                .hasMessage(
                        "letter.txt: expected X12, EDIFACT, XML or JSON but found none of them");

        byte[] json = "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ProfileDraft.of("northwind", "a.json", json, USUAL))
                .hasMessage(
                        "a.json: expected one of generic-dcsa, generic-epcis, aftership, easypost"
                                + " to make events of it but none does; give --extends");

        byte[] good = sample("generic-x12", "855.edi");
        assertThatThrownBy(() -> ProfileDraft.of("North Wind", "855.edi", good, USUAL))
                .hasMessage(
                        "name: expected lower case letters, digits and hyphens but found North"
                                + " Wind");
    }
}
