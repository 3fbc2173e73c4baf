package io.milepost.partners.mapping;

import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.parser.JsltParserConstants;
import com.schibsted.spt.data.jslt.parser.ParseException;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.TokenMgrError;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Templates in JSLT. A template is refused that could run away or whose result is not the same each
 * time; what cannot be seen in its text is bounded while it runs.
 */
public final class JsltEngine implements MappingEngine {

    /** How many rounds all loops of a template may have together for one message. */
    public static final long MAX_ROUNDS = 1_000_000;

    private final long maxRounds;

    /** With the usual bounds. */
    public JsltEngine() {
        this(MAX_ROUNDS);
    }

    /** With how many rounds all loops of a template may have together for one message. */
    JsltEngine(long maxRounds) {
        this.maxRounds = maxRounds;
    }

    @Override
    public Template compile(String name, String source, MappingTerms terms)
            throws TemplateException {
        if (source.length() > TemplateCheck.MAX_LENGTH) {
            throw one(
                    "template-too-large",
                    new Place(0, 0, name),
                    "expected at most %d characters but found %d"
                            .formatted(TemplateCheck.MAX_LENGTH, source.length()));
        }
        try {
            return checked(name, source, terms);
        } catch (ParseException e) {
            Place place =
                    e.currentToken == null || e.currentToken.next == null
                            ? new Place(0, 0, name)
                            : new Place(
                                    e.currentToken.next.beginLine,
                                    e.currentToken.next.beginColumn,
                                    name);
            throw one("syntax", place, firstLine(e) + hint(e));
        } catch (TokenMgrError e) {
            throw one("syntax", new Place(0, 0, name), firstLine(e));
        } catch (JsltException e) {
            throw one(
                    "syntax",
                    new Place(Math.max(0, e.getLine()), 0, name),
                    e.getMessageWithoutLocation());
        } catch (RuntimeException e) {
            // JSLT lets exceptions of its own through, such as those of numbers that are too long.
            throw one("syntax", new Place(0, 0, name), e.toString());
        } catch (StackOverflowError e) {
            throw one(
                    "template-too-deep",
                    new Place(0, 0, name),
                    "expected a template that is nested less");
        }
    }

    private Template checked(String name, String source, MappingTerms terms)
            throws TemplateException, ParseException {
        String text = plain(source);
        SimpleNode root = TemplateTree.of(text);
        List<Problem> problems = new TemplateCheck(name, root).problems();
        if (!problems.isEmpty()) {
            throw new TemplateException(problems);
        }
        LoopCounts counts = new LoopCounts(maxRounds);
        List<Function> functions = new ArrayList<>(TemplateFunctions.of(terms));
        functions.add(counts);
        Expression expression =
                new Parser(new StringReader(LoopCounts.counted(text, root)))
                        .withSource(name)
                        .withFunctions(functions)
                        .withResourceResolver(
                                file -> {
                                    throw new JsltException("imports are refused: " + file);
                                })
                        .compile();
        return new JsltTemplate(name, expression, counts);
    }

    /** JSLT takes a bracket after a value for an index, also where it begins a list. */
    private static String hint(ParseException problem) {
        boolean loop =
                problem.currentToken != null
                        && problem.currentToken.next != null
                        && problem.currentToken.next.kind == JsltParserConstants.FOR;
        return loop ? " A list after a value is taken for an index: put it in parentheses." : "";
    }

    /** Without tabs, which JSLT's parser counts as up to eight columns. */
    private static String plain(String source) {
        return source.replace('\t', ' ');
    }

    private static String firstLine(Throwable problem) {
        String message = String.valueOf(problem.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    private static TemplateException one(String code, Place place, String message) {
        return new TemplateException(List.of(Problem.error(code, place, message)));
    }
}
