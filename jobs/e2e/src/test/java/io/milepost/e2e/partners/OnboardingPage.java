package io.milepost.e2e.partners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the page tells a reader to do who has a new supplier: files, commands, and what they say.
 */
final class OnboardingPage {

    private static final Path PAGE = Path.of("../../docs/partners.md");
    private static final String TITLE = "## A supplier in ten minutes";
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PROMPT = Pattern.compile("^\\$ ", Pattern.MULTILINE);

    /**
     * A command of the page.
     *
     * @param line as it is typed
     * @param said what it says by the page
     */
    record Step(String line, String said) {}

    private final String section;

    private OnboardingPage(String section) {
        this.section = section;
    }

    static OnboardingPage read() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(TITLE + "\n");
        return new OnboardingPage(page.substring(from, page.indexOf("\n## ", from + 1)));
    }

    /** The supplier's message. */
    String message() {
        return blocks("edi").get(0);
    }

    /** Every command, in order. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (String block : blocks("console")) {
            for (String command : PROMPT.split(block, -1)) {
                if (!command.isBlank()) {
                    int end = command.indexOf('\n');
                    steps.add(
                            new Step(
                                    command.substring(0, end).strip(), command.substring(end + 1)));
                }
            }
        }
        return steps;
    }

    private List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(section);
        while (block.find()) {
            if (block.group(1).equals(language)) {
                blocks.add(block.group(2));
            }
        }
        return blocks;
    }
}
