package io.milepost.scenarios.words;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** A sentence that was understood: what stood in its gaps, and the table or text below it. */
public final class Words {

    private final String sentence;
    private final Timing timing;
    private final Matcher gaps;
    private final Table table;
    private final String text;

    Words(String sentence, Timing timing, Matcher gaps, Table table, String text) {
        this.sentence = sentence;
        this.timing = timing;
        this.gaps = gaps;
        this.table = table;
        this.text = text;
    }

    /** The sentence as it stands. */
    public String sentence() {
        return sentence;
    }

    /** When it happened. */
    public Timing timing() {
        if (timing == null) {
            throw new IllegalArgumentException("expected \"on\" and a time in front");
        }
        return timing;
    }

    /** What stands in a gap, from 1; {@code null} if it was left out. */
    public String word(int gap) {
        return gaps.group(gap);
    }

    /** A gap with a time. */
    public Instant moment(int gap) {
        String word = word(gap);
        return word == null ? null : Moments.parse(word);
    }

    /** A gap with a day, at its beginning. */
    public Instant beginning(int gap) {
        return Moments.beginning(word(gap));
    }

    /** A gap with a quantity. */
    public Quantity quantity(int gap) {
        return Quantity.parse(word(gap));
    }

    /** A gap with a price. */
    public BigDecimal price(int gap) {
        String word = word(gap);
        return word == null ? null : Quantity.decimal(word);
    }

    /** A gap with the number of a line; 1 if it was left out. */
    public int line(int gap) {
        String word = word(gap);
        return word == null ? 1 : Integer.parseInt(word);
    }

    /** The table below the sentence, whose first row names the columns. */
    public List<Map<String, String>> rows() {
        return required(table, "a table").rows();
    }

    /** The table below the sentence, each row of two cells. */
    public Map<String, String> pairs() {
        return required(table, "a table").pairs();
    }

    /** The text below the sentence. */
    public String text() {
        return required(text, "a text");
    }

    private static <T> T required(T part, String what) {
        if (part == null) {
            throw new IllegalArgumentException("expected " + what + " below it but found none");
        }
        return part;
    }
}
