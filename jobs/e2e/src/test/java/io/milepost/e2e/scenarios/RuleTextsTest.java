package io.milepost.e2e.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.milepost.cli.policies.PolicyFiles;
import io.milepost.events.SlaPolicy;
import io.milepost.scenarios.Features;
import io.milepost.scenarios.Story;
import io.milepost.scenarios.words.RuleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the scenarios, as the command reads what people write into their files. */
class RuleTextsTest {

    @TestFactory
    Stream<DynamicTest> areReadByTheCommandAsByTheScenarios(@TempDir Path folder) {
        return Features.all().stream()
                .filter(story -> !story.ruleTexts().isEmpty())
                .map(
                        story ->
                                dynamicTest(
                                        story.title(),
                                        () ->
                                                assertThat(read(story, folder))
                                                        .isEqualTo(story.allRules())));
    }

    private static List<SlaPolicy> read(Story story, Path folder) throws IOException {
        List<SlaPolicy> rules = new ArrayList<>();
        for (String text : story.ruleTexts()) {
            Path file = folder.resolve(story.company() + "-" + rules.size() + ".yaml");
            Files.writeString(file, "rules:\n  -\n" + text.indent(4));
            PolicyFiles.read(file)
                    .forEach(rule -> rules.add(RuleText.onlyFor(story.company(), rule)));
        }
        return rules;
    }
}
