package io.milepost.scenarios;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Pickle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The feature files, read. */
public final class Features {

    /** The files whose scenarios must hold, without their ending. */
    public static final List<String> NAMES =
            List.of(
                    "orders",
                    "answers",
                    "shipping",
                    "receiving",
                    "requests",
                    "odoo-answers",
                    "paying",
                    "matching",
                    "deadlines",
                    "parts",
                    "splits",
                    "clock",
                    "rules",
                    "finding",
                    "carriers");

    /** A file of which no scenario holds: it shows that a wrong sentence is found out. */
    public static final String WRONG = "wrong-on-purpose";

    private Features() {}

    /** Every scenario that must hold. */
    public static List<Story> all() {
        return NAMES.stream().flatMap(name -> read(name).stream()).toList();
    }

    /** Those that are wrong on purpose and are played on a layer. */
    public static List<Story> wrongOn(Layer layer) {
        return read(WRONG).stream().filter(story -> story.isPlayedOn(layer)).toList();
    }

    /** Those of them that are played on a layer. */
    public static List<Story> playedOn(Layer layer) {
        return all().stream().filter(story -> story.isPlayedOn(layer)).toList();
    }

    /**
     * The scenarios of a file.
     *
     * @param name its name without the ending
     * @throws IllegalArgumentException if it is no Gherkin or a sentence is not understood; the
     *     message has the place
     */
    public static List<Story> read(String name) {
        String file = name + ".feature";
        try (InputStream text = Features.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalArgumentException(file + ": expected on the class path");
            }
            return stories(name, parsed(file, text.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    private static List<Pickle> parsed(String file, byte[] text) {
        GherkinParser parser =
                GherkinParser.builder().includeSource(false).includeGherkinDocument(false).build();
        List<Pickle> pickles = new ArrayList<>();
        for (Envelope message : parser.parse(file, text).toList()) {
            message.getParseError().map(ParseError::getMessage).ifPresent(Features::raise);
            message.getPickle().ifPresent(pickles::add);
        }
        return pickles;
    }

    private static void raise(String problem) {
        throw new IllegalArgumentException(problem);
    }

    private static List<Story> stories(String feature, List<Pickle> pickles) {
        List<Story> stories = new ArrayList<>();
        for (Pickle pickle : pickles) {
            stories.add(StoryReader.read(feature, feature + "-" + (stories.size() + 1), pickle));
        }
        return stories;
    }
}
