package io.milepost.partners.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

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

    private static Stream<PartnerProfile> shipped() throws IOException {
        List<PartnerProfile> profiles = new java.util.ArrayList<>();
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
