package io.milepost.scenarios.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences that are understood. A sentence is a regular expression in which {@code <time>},
 * {@code <quantity>}, {@code <price>}, {@code <name>} and {@code <line>} are gaps.
 */
public final class Vocabulary {

    private final List<Phrase> phrases = new ArrayList<>();

    private record Phrase(Pattern pattern, Consumer<Words> meaning) {}

    /**
     * Adds a sentence.
     *
     * @param sentence what is said, without the time in front
     * @param meaning what it stands for
     */
    public Vocabulary add(String sentence, Consumer<Words> meaning) {
        String expression =
                sentence.replace("<time>", "(" + Moments.PATTERN + ")")
                        .replace("<quantity>", "(" + Quantity.PATTERN + ")")
                        .replace("<price>", "(\\d+(?:\\.\\d+)?)")
                        .replace("<name>", "([A-Za-z0-9-]+)")
                        .replace("<line>", "(?: of line (\\d+))?");
        phrases.add(new Phrase(Pattern.compile(expression), meaning));
        return this;
    }

    /**
     * Does what a sentence stands for.
     *
     * @param cells the table below it; {@code null} if there is none
     * @param text the text below it; {@code null} if there is none
     * @throws IllegalArgumentException if it is not understood, or understood in two ways
     */
    public void say(String sentence, List<List<String>> cells, String text) {
        Table table = cells == null ? null : new Table(cells);
        Timing.Told told = Timing.read(sentence);
        String rest = told == null ? sentence : told.rest();
        Timing timing = told == null ? null : told.timing();
        List<Runnable> meanings = new ArrayList<>();
        for (Phrase phrase : phrases) {
            Matcher gaps = phrase.pattern().matcher(rest);
            if (gaps.matches()) {
                Words words = new Words(sentence, timing, gaps, table, text);
                meanings.add(() -> phrase.meaning().accept(words));
            }
        }
        if (meanings.size() != 1) {
            throw new IllegalArgumentException(
                    "expected a sentence of the vocabulary but "
                            + (meanings.isEmpty() ? "none is this" : "several are this"));
        }
        meanings.get(0).run();
    }
}
