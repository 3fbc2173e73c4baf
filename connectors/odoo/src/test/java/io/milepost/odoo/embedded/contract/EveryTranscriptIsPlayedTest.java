package io.milepost.odoo.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No recording is forgotten. */
class EveryTranscriptIsPlayedTest {
    private static final Pattern NUMBER = Pattern.compile("\"(\\d{3}b?)\"");

    /** What the server sends by itself to a webhook, and what its database writes to its log. */
    private static final Set<String> NO_CALLS = Set.of("171", "180", "181");

    @Test
    void everyCallThatWasRecordedIsPlayedInSomeStory() throws IOException {
        Set<String> expected = new TreeSet<>(Transcript.numbers());
        expected.removeAll(NO_CALLS);
        Set<String> played = new TreeSet<>();
        Path sources = Path.of("src/test/java/io/milepost/odoo/embedded/contract");
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                Matcher matcher = NUMBER.matcher(Files.readString(file));
                while (matcher.find()) {
                    played.add(matcher.group(1));
                }
            }
        }
        assertThat(played).containsAll(expected);
    }
}
