package io.milepost.partners.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.parser.JsltParserConstants;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Ends templates whose loops run away: loops within loops over a large message could otherwise take
 * hours. What every loop goes over is counted before it starts, by a function that is written into
 * the template's text around it.
 */
final class LoopCounts implements Function {

    private static final String NAME = "milepost-count-of-loop";
    private static final ThreadLocal<long[]> LEFT = ThreadLocal.withInitial(() -> new long[1]);

    private final long most;

    /** With how many rounds all loops of one message may have together. */
    LoopCounts(long most) {
        this.most = most;
    }

    /** Begins to count for a message of this thread. */
    void begin() {
        LEFT.get()[0] = most;
    }

    /** The template's text with the count in each loop; lines stay what they are. */
    static String counted(String source, SimpleNode root) {
        List<Insertion> insertions = new ArrayList<>();
        List<Token> tokens = TemplateTree.tokens(root);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).kind == JsltParserConstants.FOR
                    && tokens.get(i + 1).kind == JsltParserConstants.LPAREN) {
                Token open = tokens.get(i + 1);
                Token close = tokens.get(closing(tokens, i + 1));
                insertions.add(new Insertion(open.beginLine, open.beginColumn + 1, NAME + "("));
                insertions.add(new Insertion(close.beginLine, close.beginColumn, ")"));
            }
        }
        Collections.sort(insertions, Comparator.reverseOrder());
        List<StringBuilder> lines =
                new ArrayList<>(source.lines().map(StringBuilder::new).toList());
        for (Insertion insertion : insertions) {
            lines.get(insertion.line() - 1).insert(insertion.column() - 1, insertion.text());
        }
        return String.join("\n", lines);
    }

    private static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; ; i++) {
            if (tokens.get(i).kind == JsltParserConstants.LPAREN) {
                depth++;
            } else if (tokens.get(i).kind == JsltParserConstants.RPAREN && --depth == 0) {
                return i;
            }
        }
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getMinArguments() {
        return 1;
    }

    @Override
    public int getMaxArguments() {
        return 1;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
        long[] left = LEFT.get();
        left[0] -= arguments[0].size();
        if (left[0] < 0) {
            throw new JsltException(
                    "expected at most %d rounds of all loops together but found more"
                            .formatted(most));
        }
        return arguments[0];
    }

    private record Insertion(int line, int column, String text) implements Comparable<Insertion> {
        @Override
        public int compareTo(Insertion other) {
            return line != other.line
                    ? Integer.compare(line, other.line)
                    : Integer.compare(column, other.column);
        }
    }
}
