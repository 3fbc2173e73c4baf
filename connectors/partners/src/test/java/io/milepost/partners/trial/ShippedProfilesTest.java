package io.milepost.partners.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineReference;
import io.milepost.events.SupplierEvent;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.ProfileSource;
import io.milepost.partners.profile.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plays the samples of the profiles that ship with the product. With {@code
 * -Dmilepost.regenerate=true} the expected events are written anew, to be read before they are
 * committed.
 */
class ShippedProfilesTest {

    private static final boolean REGENERATE = Boolean.getBoolean("milepost.regenerate");
    private static final Path RESOURCES =
            Path.of("src/main/resources/io/milepost/partners/profiles");

    @TestFactory
    Stream<DynamicTest> aSampleSaysWhatIsExpectedOfIt() throws IOException {
        return shipped()
                .flatMap(
                        profile ->
                                profile.samples().stream()
                                        .map(
                                                sample ->
                                                        DynamicTest.dynamicTest(
                                                                profile.name()
                                                                        + " "
                                                                        + sample.file(),
                                                                () -> play(profile, sample))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generic-x12 | {PO1: own, LIN: own, IT1: own, PL: own}",
                "generic-edifact | {LIN: own, RFF: own}",
                "generic-ubl | {OrderLineReference: own}"
            })
    void aPartnerThatNumbersLinesItsOwnWayNeverNamesANumber(String generic, String own)
            throws Exception {
        String yaml =
                """
                extends: %s
                instance: main
                company: "1"
                partner: acme
                codes:
                  line-number: %s
                """
                        .formatted(generic, own);
        PartnerTrial usual = new PartnerTrial(PartnerProfiles.shipped(generic));
        PartnerTrial trial =
                new PartnerTrial(
                        PartnerProfiles.read("acme", new ProfileSource("acme", yaml, Map.of())));
        List<Sample> samples = PartnerProfiles.shipped(generic).samples();

        assertThat(numbers(usual, samples)).as("what others name").isNotEmpty();
        assertThat(numbers(trial, samples)).isEmpty();
    }

    private static List<Integer> numbers(PartnerTrial trial, List<Sample> samples) {
        return samples.stream()
                .flatMap(sample -> trial.of(sample.message(), Instant.EPOCH).stream())
                .flatMap(tried -> tried.events().supplier().stream())
                .map(SupplierEvent::getLine)
                .filter(line -> line != null && line.getLineNumber() != null)
                .map(LineReference::getLineNumber)
                .toList();
    }

    private static Stream<PartnerProfile> shipped() throws IOException {
        List<PartnerProfile> profiles = new ArrayList<>();
        for (String name : PartnerProfiles.SHIPPED) {
            if (Files.isDirectory(RESOURCES.resolve(name))) {
                profiles.add(PartnerProfiles.shipped(name));
            }
        }
        return profiles.stream();
    }

    private static void play(PartnerProfile profile, Sample sample) throws Exception {
        SampleCheck.Played played =
                SampleCheck.play(profile, new PartnerTrial(profile)).stream()
                        .filter(it -> it.file().equals(sample.file()))
                        .findFirst()
                        .orElseThrow();
        if (REGENERATE) {
            Files.writeString(
                    RESOURCES.resolve(profile.name()).resolve(sample.expectedFile()),
                    played.found(),
                    StandardCharsets.UTF_8);
        } else {
            assertThat(played.differences()).isEmpty();
        }
    }
}
