package io.milepost.e2e.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.stack.CommandLineRun;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileStage;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.schemas.TrustedEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page's supplier, onboarded by its commands while the job runs: every command says what the
 * page says, and the job does by each what it should, without a restart.
 */
@ExtendWith(SharedStack.class)
@DisplayName("Onboarding a supplier by the page")
class OnboardingPageTest {

    private static final String PARTNERS = "flink-conf/partners";
    private static final String MESSAGE = "contoso-855.edi";
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    static {
        TrustedEvents.trust();
    }

    @TempDir private Path folder;

    @Test
    void theJobFollowsWhatIsPublishedApprovedAndTakenBackWhileItRuns(EmbeddedStack stack)
            throws Exception {
        OnboardingPage page = OnboardingPage.read();
        Files.createDirectories(folder.resolve(PARTNERS));
        Files.copy(
                Path.of("../../flink-conf/partners/company.yaml"),
                folder.resolve(PARTNERS).resolve("company.yaml"));
        Files.writeString(folder.resolve(MESSAGE), page.message());
        try (IntakeRun run = new IntakeRun(stack, "onboarding")) {
            run.send("contoso", page.message());
            run.awaitLetters(1);
            assertThat(run.deadLetters().get(0).getMessage())
                    .as("nothing is published yet")
                    .contains("expected a profile that is approved but found contoso");
            int said = 0;
            for (OnboardingPage.Step step : page.steps()) {
                boolean published = perform(step, stack, run.prefix());
                if (!published) {
                    continue;
                }
                said++;
                run.awaitProfiles(said);
                if (said > 1) {
                    // 1 proposed; 2 approved; 3 corrected, proposed; 4 approved; 5 taken back.
                    run.send("contoso", page.message());
                    assertThat(run.next().getAdds()).as(step.line()).isEqualTo(said == 4);
                }
            }
            assertThat(said).as("records of profiles").isEqualTo(5);
            nothingChangesByWhatTheAuthorApproves(run, page.message());
        }
    }

    /** Written past the command, by somebody who may write to the topic. */
    private static void nothingChangesByWhatTheAuthorApproves(IntakeRun run, String message)
            throws Exception {
        run.write(
                PartnerProfileVersion.newBuilder()
                        .setProfile("contoso")
                        .setVersion(9)
                        .setStage(ProfileStage.APPROVED)
                        .setAuthor("mallory")
                        .setApprover("mallory")
                        .setReason("trust me")
                        .setPublishedAt(Instant.EPOCH)
                        .setYaml(
                                "extends: generic-x12\ninstance: main\ncompany: \"1\"\n"
                                        + "partner: mallory\nacknowledgements: add\n"
                                        + "codes: {line-answer: {OK: REJECTED}}\n")
                        .setFiles(List.of())
                        .build());
        run.awaitLetters(2);
        assertThat(run.deadLetters().get(1).getMessage())
                .contains(
                        "profile contoso/9: approver: expected somebody else than the author but"
                                + " found mallory");
        run.send("contoso", message);
        assertThat(run.next().getAdds()).isFalse();
    }

    /**
     * Performs a command of the page and holds what it says to the page.
     *
     * @return whether it published something
     */
    private boolean perform(OnboardingPage.Step step, EmbeddedStack stack, String prefix)
            throws Exception {
        if (!step.line().startsWith("milepost ")) {
            assertThat(shell(step.line())).as(step.line()).isEqualTo(step.said());
            return false;
        }
        List<String> words = words(step.line().substring("milepost ".length()));
        boolean asksBrokers = words.remove("$BROKERS");
        String[] arguments = words.toArray(String[]::new);
        CommandLineRun said =
                asksBrokers
                        ? CommandLineRun.of(stack, prefix, arguments)
                        : CommandLineRun.alone(arguments);
        String found = (said.people() + said.results()).replace(folder + "/", "");
        assertThat(comparable(found)).as(step.line()).isEqualTo(comparable(step.said()));
        return asksBrokers && said.exitCode() == 0 && !words.contains("list");
    }

    /** Times and the widths that follow from them differ from run to run. */
    private static String comparable(String text) {
        return TIME.matcher(text).replaceAll("<time>").replaceAll(" +", " ").strip();
    }

    private List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String text = word.group(1) != null ? word.group(1) : word.group(2);
            text = text == null ? word.group(3) : text;
            boolean path = text.startsWith(PARTNERS) || text.equals(MESSAGE);
            words.add(path ? folder.resolve(text).toString() : text);
        }
        return words;
    }

    private String shell(String line) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("bash", "-c", line)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).as(line).isTrue();
        assertThat(process.exitValue()).as(line + ": " + said).isZero();
        return said;
    }
}
