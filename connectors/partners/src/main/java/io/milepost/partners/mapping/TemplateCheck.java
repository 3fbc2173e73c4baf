package io.milepost.partners.mapping;

import com.schibsted.spt.data.jslt.parser.JsltParserConstants;
import com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import io.milepost.partners.message.Place;
import io.milepost.partners.message.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a template may not have: imports, functions that call themselves, functions whose result is
 * another one each time, patterns that can take for ever, variables that nobody sets.
 */
final class TemplateCheck {

    /** Longest template, in characters. */
    static final int MAX_LENGTH = 65_536;

    /** Most words and signs in a template. */
    static final int MAX_TOKENS = 10_000;

    /** The variable that holds what is known of the message beside its body. */
    static final String MESSAGE = "message";

    private static final Set<String> NOT_REPEATABLE = Set.of("now", "random", "uuid", "hash-int");
    private static final Set<String> WITH_PATTERN = Set.of("test", "capture", "split", "replace");
    private static final int MAX_PATTERN = 200;

    /** A group or class that repeats inside something that repeats: such as (a+)+ or (a|b*)*. */
    private static final Pattern NESTED_REPEAT = Pattern.compile("[*+}][^()]*\\)[*+{]");

    private static final Pattern BACK_REFERENCE = Pattern.compile("\\\\[1-9k]");

    private final String name;
    private final SimpleNode root;
    private final List<Token> tokens;
    private final List<Problem> problems = new ArrayList<>();

    TemplateCheck(String name, SimpleNode root) {
        this.name = name;
        this.root = root;
        this.tokens = TemplateTree.tokens(root);
    }

    /** Everything that is wrong, in the order in which it was looked for. */
    List<Problem> problems() {
        size();
        imports();
        recursion();
        calls();
        variables();
        return problems;
    }

    private void size() {
        if (tokens.size() > MAX_TOKENS) {
            add(
                    "template-too-large",
                    tokens.get(MAX_TOKENS),
                    "expected at most %d words and signs but found %d"
                            .formatted(MAX_TOKENS, tokens.size()));
        }
    }

    private void imports() {
        TemplateTree.all(root, JsltParserTreeConstants.JJTIMPORT)
                .forEach(
                        it ->
                                add(
                                        "import",
                                        it.jjtGetFirstToken(),
                                        "expected a template that is whole by itself but found an"
                                                + " import"));
    }

    private void recursion() {
        Map<String, SimpleNode> declared = new LinkedHashMap<>();
        for (SimpleNode function :
                TemplateTree.all(root, JsltParserTreeConstants.JJTFUNCTIONDECL)) {
            Token declaredName = function.jjtGetFirstToken().next;
            if (declared.putIfAbsent(declaredName.image, function) != null) {
                add(
                        "function-twice",
                        declaredName,
                        "function %s: expected it once but found it again"
                                .formatted(declaredName.image));
            }
        }
        Map<String, Set<String>> callees = new LinkedHashMap<>();
        declared.forEach((function, node) -> callees.put(function, calledBy(node)));
        declared.forEach(
                (function, node) -> {
                    if (reaches(function, function, callees, new HashSet<>())) {
                        add(
                                "recursion",
                                node.jjtGetFirstToken().next,
                                "function %s: expected a function that does not call itself, not"
                                                .formatted(function)
                                        + " even through others");
                    }
                });
    }

    private static Set<String> calledBy(SimpleNode function) {
        Set<String> called = new LinkedHashSet<>();
        TemplateTree.all(function, JsltParserTreeConstants.JJTFUNCTIONCALL)
                .forEach(it -> called.add(it.jjtGetFirstToken().image));
        return called;
    }

    private static boolean reaches(
            String from, String goal, Map<String, Set<String>> callees, Set<String> seen) {
        for (String called : callees.getOrDefault(from, Set.of())) {
            if (called.equals(goal) || (seen.add(called) && reaches(called, goal, callees, seen))) {
                return true;
            }
        }
        return false;
    }

    private void calls() {
        for (SimpleNode call : TemplateTree.all(root, JsltParserTreeConstants.JJTFUNCTIONCALL)) {
            Token called = call.jjtGetFirstToken();
            if (NOT_REPEATABLE.contains(called.image)) {
                add(
                        "not-repeatable",
                        called,
                        "%s: expected a function that gives the same for the same message"
                                .formatted(called.image));
            } else if (WITH_PATTERN.contains(called.image) && call.jjtGetNumChildren() > 1) {
                pattern(called, (SimpleNode) call.jjtGetChild(1));
            }
        }
    }

    private void pattern(Token called, SimpleNode argument) {
        Token pattern = argument.jjtGetFirstToken();
        boolean literal =
                pattern.kind == JsltParserConstants.STRING && pattern == argument.jjtGetLastToken();
        if (!literal) {
            add(
                    "pattern",
                    pattern,
                    "%s: expected a pattern that is written out".formatted(called.image));
        } else if (pattern.image.length() > MAX_PATTERN
                || NESTED_REPEAT.matcher(pattern.image).find()
                || BACK_REFERENCE.matcher(pattern.image).find()) {
            add(
                    "pattern",
                    pattern,
                    ("%s: expected a pattern of at most %d characters in which nothing repeats"
                                    + " inside of what repeats but found %s")
                            .formatted(called.image, MAX_PATTERN, pattern.image));
        }
    }

    private void variables() {
        Set<String> known = new HashSet<>(Set.of(MESSAGE));
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).kind == JsltParserConstants.LET) {
                known.add(tokens.get(i + 1).image);
            } else if (tokens.get(i).kind == JsltParserConstants.DEF) {
                parameters(i, known);
            }
        }
        tokens.stream()
                .filter(it -> it.kind == JsltParserConstants.VARIABLE)
                .filter(it -> !known.contains(it.image.substring(1)))
                .forEach(
                        it ->
                                add(
                                        "variable",
                                        it,
                                        it.image + ": expected a variable that is set somewhere"));
    }

    private void parameters(int declaration, Set<String> known) {
        for (int i = declaration; tokens.get(i).kind != JsltParserConstants.RPAREN; i++) {
            if (tokens.get(i).kind == JsltParserConstants.IDENT) {
                known.add(tokens.get(i).image);
            }
        }
    }

    private void add(String code, Token where, String message) {
        problems.add(
                Problem.error(code, new Place(where.beginLine, where.beginColumn, name), message));
    }
}
