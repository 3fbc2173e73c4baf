package io.milepost.partners.edi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts segments, one after the other, where they belong in the tree of a message. */
final class TreeBuilder {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The envelope, whatever the type. */
    private static final Set<String> ENVELOPE =
            Set.of("ISA", "GS", "ST", "SE", "UNB", "UNG", "UNH", "UNT");

    /** What the splitter writes behind a transaction says nothing of it. */
    private static final Set<String> BEHIND = Set.of("GE", "IEA", "UNE", "UNZ");

    private final ObjectNode body = NODES.objectNode();
    private final LoopRules rules;
    private final boolean inOrder;
    private final ProblemList problems;
    private final List<Frame> open = new ArrayList<>();

    private record Frame(LoopRules.Loop loop, ObjectNode node) {}

    /**
     * @param inOrder whether all segments are listed in their order as well, for messages without
     *     rules
     */
    TreeBuilder(LoopRules rules, boolean inOrder, ProblemList problems) {
        this.rules = rules;
        this.inOrder = inOrder;
        this.problems = problems;
        open.add(new Frame(rules.root(), body));
    }

    /** The tree so far. */
    ObjectNode body() {
        return body;
    }

    /** Puts the next segment. */
    void add(Segment segment, ObjectNode node) {
        String tag = segment.tag();
        if (BEHIND.contains(tag)) {
            return;
        }
        if (ENVELOPE.contains(tag)) {
            leave(0);
            single(segment, node);
            return;
        }
        if (inOrder) {
            listed(tag, node);
        }
        int level = level(tag);
        leave(level);
        Frame frame = open.get(level);
        if (level == 0 && rules.one().contains(tag)) {
            single(segment, node);
        } else {
            array(frame.node, tag).add(node);
        }
        LoopRules.Loop inner = frame.loop.loops().get(tag);
        if (inner != null) {
            open.add(new Frame(inner, node));
        }
    }

    /** Which of the open loops the segment belongs to. */
    private int level(String tag) {
        for (int i = open.size() - 1; i >= 0; i--) {
            LoopRules.Loop loop = open.get(i).loop;
            if (loop.loops().containsKey(tag) || loop.has().contains(tag)) {
                return i;
            }
        }
        for (int i = open.size() - 1; i > 0; i--) {
            if (open.get(i).loop.open()) {
                return i;
            }
        }
        return 0;
    }

    private void leave(int level) {
        while (open.size() > level + 1) {
            open.remove(open.size() - 1);
        }
    }

    private void single(Segment segment, ObjectNode node) {
        if (!body.has(segment.tag())) {
            body.set(segment.tag(), node);
            return;
        }
        problems.warn(
                "repeated-segment",
                segment.place(),
                "comes once in a message; what comes again is listed under _repeated");
        ObjectNode repeated =
                body.get("_repeated") instanceof ObjectNode known
                        ? known
                        : body.putObject("_repeated");
        array(repeated, segment.tag()).add(node);
    }

    private void listed(String tag, ObjectNode node) {
        ObjectNode copy = NODES.objectNode();
        copy.set("_tag", new TextNode(tag));
        copy.setAll(node);
        array(body, "_segments").add(copy);
    }

    private static ArrayNode array(ObjectNode in, String name) {
        return in.get(name) instanceof ArrayNode array ? array : in.putArray(name);
    }
}
