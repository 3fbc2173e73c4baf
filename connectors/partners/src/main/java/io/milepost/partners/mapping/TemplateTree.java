package io.milepost.partners.mapping;

import com.schibsted.spt.data.jslt.parser.JsltParser;
import com.schibsted.spt.data.jslt.parser.ParseException;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The tree of a template's text, as JSLT's own parser sees it. */
final class TemplateTree extends JsltParser {

    private TemplateTree(String source) {
        super(new StringReader(source));
    }

    /** Parses a template. */
    static SimpleNode of(String source) throws ParseException {
        TemplateTree parser = new TemplateTree(source);
        parser.Start();
        return (SimpleNode) parser.jjtree.rootNode();
    }

    /** Every node of one kind below a node, the node itself included. */
    static List<SimpleNode> all(SimpleNode node, int kind) {
        List<SimpleNode> found = new ArrayList<>();
        walk(
                node,
                it -> {
                    if (it.getId() == kind) {
                        found.add(it);
                    }
                });
        return found;
    }

    private static void walk(SimpleNode node, Consumer<SimpleNode> visitor) {
        visitor.accept(node);
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            walk((SimpleNode) node.jjtGetChild(i), visitor);
        }
    }

    /** The tokens from the first one on. */
    static List<Token> tokens(SimpleNode root) {
        List<Token> tokens = new ArrayList<>();
        for (Token token = root.jjtGetFirstToken(); token != null; token = token.next) {
            tokens.add(token);
        }
        return tokens;
    }
}
