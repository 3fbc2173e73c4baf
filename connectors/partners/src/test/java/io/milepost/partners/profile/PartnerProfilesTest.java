package io.milepost.partners.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerProfilesTest {

    private static ProfileSource source(String yaml, String... files) {
        Map<String, byte[]> contents = new HashMap<>();
        for (int i = 0; i < files.length; i += 2) {
            contents.put(files[i], files[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new ProfileSource("acme", yaml, contents);
    }

    private static String problems(String yaml, String... files) {
        return catchThrowableOfType(
                        ProfileException.class,
                        () -> PartnerProfiles.read("acme/profile.yaml", source(yaml, files)))
                .getMessage();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsLine() {
        assertThat(
                        problems(
                                """
                                instance: main
                                partner: a/b
                                format: x21
                                colour: red
                                time-zone: +02:00
                                time-of-dates: noon
                                acknowledgements: sometimes
                                documents:
                                  "855": 855.jslt
                                  "820": {because: x}
                                codes:
                                  answer: IA
                                samples:
                                  - {message: a.edi}
                                """))
                .isEqualTo(
                        """
                        acme/profile.yaml line 1: company: expected a name of at most 64 letters, digits, dots and hyphens but found nothing
                        acme/profile.yaml line 2: partner: expected a name of at most 64 letters, digits, dots and hyphens but found a/b
                        acme/profile.yaml line 3: format: expected one of x12, edifact, ubl, json but found x21
                        acme/profile.yaml line 4: colour: expected one of extends, instance, company, partner, format, source-system, channel, senders, time-zone, time-of-dates, acknowledgements, type-at, documents, codes, outbound, delivery, samples but found an unknown field
                        acme/profile.yaml line 5: time-zone: expected an IANA time zone such as Europe/Berlin but found +02:00
                        acme/profile.yaml line 6: time-of-dates: expected a time of day such as 12:00 but found noon
                        acme/profile.yaml line 7: acknowledgements: expected replace or add but found sometimes
                        acme/profile.yaml line 9: documents.855: expected a template among the profile's files but found 855.jslt
                        acme/profile.yaml line 10: documents.820.because: expected one of nothing but found an unknown field
                        acme/profile.yaml line 10: documents.820.nothing: expected why nothing is made of the document but found nothing
                        acme/profile.yaml line 12: codes.answer: expected fields but found IA
                        acme/profile.yaml line 14: samples[0].events: expected a file but found nothing
                        acme/profile.yaml line 14: samples[0].message: expected a message among the profile's files but found a.edi\
                        """
                                .stripIndent());
    }

    @Test
    void whatIsWrongWithADeliveryIsToldAtOnce() {
        assertThat(
                        problems(
                                """
                                extends: generic-x12
                                instance: main
                                company: "1"
                                partner: acme
                                outbound:
                                  order: none.jslt
                                delivery:
                                  since: soon
                                  folder: ../secrets
                                  url: ftp://acme
                                  sender: ZZ:US
                                """))
                .isEqualTo(
                        """
                        acme/profile.yaml line 6: outbound.order: expected a template among the profile's files but found none.jslt
                        acme/profile.yaml line 8: delivery.since: expected an instant such as 2026-03-01T00:00:00Z but found soon
                        acme/profile.yaml line 8: delivery.url: expected either a url or a folder but found both
                        acme/profile.yaml line 8: delivery.receiver: expected an identification such as ZZ:OURCOMPANY but found nothing
                        acme/profile.yaml line 9: delivery.folder: expected a name of lower case, digits, dots and hyphens but found ../secrets
                        acme/profile.yaml line 10: delivery.url: expected an http or https URL but found ftp://acme\
                        """
                                .stripIndent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner-delivery", "partner-intake", "milestones", "odoo-changes"})
    void nobodySpeaksAsOneOfOurOwnJobs(String name) {
        assertThat(
                        problems(
                                """
                                extends: generic-x12
                                instance: main
                                company: "1"
                                partner: acme
                                source-system: %s
                                """
                                        .formatted(name)))
                .isEqualTo(
                        "acme/profile.yaml line 5: source-system: expected a name of at most 64"
                            + " letters, digits, dots and hyphens, and not one of Milepost's own"
                            + " but found "
                                + name);
    }

    @Test
    void aProfileIsWhatItExtendsWithItsOwnOverIt() throws IOException {
        PartnerProfile profile =
                PartnerProfiles.read(
                        "acme/profile.yaml",
                        source(
                                """
                                extends: generic-x12
                                instance: main
                                company: "1"
                                partner: acme
                                senders: ["01:123456789"]
                                time-zone: America/Chicago
                                acknowledgements: add
                                documents:
                                  "855": mine.jslt
                                codes:
                                  line-answer: {IA: CHANGED, QQ: ACCEPTED}
                                """,
                                "mine.jslt",
                                "{}"));
        assertThat(profile.parent()).isEqualTo("generic-x12");
        assertThat(profile.speaker().sourceSystem()).isEqualTo("edi-x12");
        assertThat(profile.speaker().adds()).isTrue();
        assertThat(profile.terms().zone()).hasToString("America/Chicago");
        assertThat(profile.terms().codes().get("line-answer").meaning("IA")).isEqualTo("CHANGED");
        assertThat(profile.terms().codes().get("line-answer").meaning("QQ")).isEqualTo("ACCEPTED");
        assertThat(profile.terms().codes().get("line-answer").meaning("IR")).isEqualTo("REJECTED");
        assertThat(profile.terms().codes().get("unit").meaning("DZ")).isEqualTo("DZN");
        assertThat(profile.documents().get("855").source()).isEqualTo("{}");
        assertThat(profile.documents().get("856").template()).isEqualTo("856.jslt");
        assertThat(profile.samples()).isEmpty();
    }

    @Test
    void aParentThatIsNotThereIsTold() {
        assertThat(problems("extends: generic-x21\ninstance: main\n"))
                .isEqualTo(
                        "acme/profile.yaml line 1: extends: expected one of generic-x12,"
                                + " generic-edifact, generic-ubl, generic-dcsa, generic-epcis,"
                                + " aftership, easypost but found generic-x21");
    }

    @Test
    void whatIsNoYamlIsTold() {
        assertThat(problems("instance: [")).startsWith("acme/profile.yaml line 1: expected YAML");
        assertThat(problems(""))
                .isEqualTo("acme/profile.yaml line 1: expected a profile but found nothing");
        assertThat(problems("- a")).contains("line 1: expected fields extends, instance");
    }

    @Test
    void aProfileIsFoundByItsFolderItsFileOrItsName(@TempDir Path folder) throws IOException {
        Path acme = Files.createDirectories(folder.resolve("acme"));
        Files.writeString(
                acme.resolve("profile.yaml"),
                "extends: generic-ubl\ninstance: main\ncompany: \"1\"\npartner: acme\n");
        assertThat(PartnerProfiles.find(acme.toString()).name()).isEqualTo("acme");
        assertThat(PartnerProfiles.find(acme.resolve("profile.yaml").toString()).name())
                .isEqualTo("acme");
        assertThat(PartnerProfiles.find("generic-ubl").name()).isEqualTo("generic-ubl");
        assertThat(
                        catchThrowableOfType(
                                        IOException.class, () -> PartnerProfiles.find("nowhere"))
                                .getMessage())
                .startsWith(
                        "nowhere: expected a folder with a profile.yaml, or one of generic-x12");
    }
}
