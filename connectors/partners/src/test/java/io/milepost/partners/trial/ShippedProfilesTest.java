package io.milepost.partners.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.partners.message.Problem;
import io.milepost.partners.profile.EventJson;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    private static final Instant KNOWN_AT = Instant.parse("2026-06-01T00:00:00Z");

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
        List<PartnerTrial.Tried> tried = new PartnerTrial(profile).of(sample.message(), KNOWN_AT);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (PartnerTrial.Tried one : tried) {
            assertThat(one.problems())
                    .filteredOn(it -> it.severity() == Problem.Severity.ERROR)
                    .isEmpty();
            json.setAll(EventJson.of(one.events()));
        }
        String events = EventJson.text(json);
        if (REGENERATE) {
            Files.writeString(
                    RESOURCES.resolve(profile.name()).resolve(sample.expectedFile()),
                    events,
                    StandardCharsets.UTF_8);
        } else {
            assertThat(events).isEqualTo(sample.expected());
        }
    }
}
