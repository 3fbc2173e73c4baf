package io.milepost.partners.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The functions that templates have beside JSLT's own. All give nothing for nothing, hand on what
 * they do not change, and never fail: a value of which they can make nothing is handed on as {@link
 * Unusable}.
 */
final class TemplateFunctions {

    private static final int CODES_TOLD = 12;
    private static final int MAX_PAIRS = 30;
    private static final String[] ELEMENTS = elements();

    private final Map<String, CodeMap> codes;

    private TemplateFunctions(Map<String, CodeMap> codes) {
        this.codes = codes;
    }

    /** All functions, by a partner's terms. */
    static List<Function> of(MappingTerms terms) {
        TemplateFunctions functions = new TemplateFunctions(terms.codes());
        List<Function> all = new ArrayList<>();
        all.addAll(new Decimals(terms.decimalComma()).functions());
        all.addAll(new Times(terms.zone(), terms.timeOfDates()).functions());
        all.add(new TextFunction("text", 1, 1, TemplateFunctions::text));
        all.add(new TextFunction("concat", 1, 20, TemplateFunctions::concat));
        all.add(new TextFunction("first", 1, 20, TemplateFunctions::first));
        all.add(new TextFunction("after-last", 2, 2, TemplateFunctions::afterLast));
        all.add(new TextFunction("code", 2, 3, functions::code));
        all.add(new TextFunction("pairs", 3, 3, functions::pairs));
        all.add(new TextFunction("head", 1, 1, TemplateFunctions::head));
        all.add(new TextFunction("sscc", 1, 1, TemplateFunctions::sscc));
        all.add(new TextFunction("line-ids", 1, 1, TemplateFunctions::lineIds));
        all.add(new TextFunction("gs1-key", 1, 1, TemplateFunctions::gs1Key));
        all.add(new TextFunction("unusable", 2, 3, TemplateFunctions::unusable));
        return List.copyOf(all);
    }

    private static JsonNode text(JsonNode[] arguments) {
        JsonNode value = Values.argument(arguments, 0);
        return value == null ? null : Values.derived(value.asText().strip(), value);
    }

    /** All that is there, one after the other, without anything between. */
    private static JsonNode concat(JsonNode[] arguments) {
        StringBuilder text = new StringBuilder();
        JsonNode origin = null;
        for (JsonNode argument : arguments) {
            if (Values.isThere(argument)) {
                text.append(argument.asText());
                // The last one: what a template writes in front of a value is a constant.
                origin = argument;
            }
        }
        return origin == null ? null : Values.derived(text.toString(), origin);
    }

    /** The first that is there and not blank. */
    private static JsonNode first(JsonNode[] arguments) {
        for (JsonNode argument : arguments) {
            if (Values.isThere(argument)) {
                return argument;
            }
        }
        return null;
    }

    private static JsonNode afterLast(JsonNode[] arguments) {
        JsonNode value = Values.argument(arguments, 0);
        String mark = Values.text(arguments, 1);
        if (value == null || mark == null) {
            return value;
        }
        String text = value.asText();
        int at = text.lastIndexOf(mark);
        return at < 0 ? value : Values.derived(text.substring(at + mark.length()), value);
    }

    /** What a code means; a third argument stands in for one that is absent or has no meaning. */
    private JsonNode code(JsonNode[] arguments) {
        JsonNode value = Values.argument(arguments, 1);
        if (value == null) {
            return arguments.length > 2 ? arguments[2] : null;
        }
        String map = Values.text(arguments, 0);
        CodeMap meanings = map == null ? null : codes.get(map);
        String meaning = meanings == null ? null : meanings.meaning(value.asText().strip());
        if (meaning != null) {
            return Values.derived(meaning, value);
        }
        if (arguments.length > 2) {
            return arguments[2];
        }
        return new Unusable(
                "unknown-code",
                meanings == null
                        ? "a code map " + map + " in the profile"
                        : "a code of the map " + map + ": " + told(meanings),
                value);
    }

    private static String told(CodeMap meanings) {
        String some =
                meanings.meanings().keySet().stream()
                        .limit(CODES_TOLD)
                        .collect(Collectors.joining(", "));
        return meanings.meanings().size() > CODES_TOLD ? some + ", ..." : some;
    }

    /**
     * Identifications that come in pairs of a qualifier and a value, as X12 has them: of a segment,
     * from an element on, by a code map; the first of each meaning.
     */
    private JsonNode pairs(JsonNode[] arguments) {
        CodeMap meanings = codes.get(String.valueOf(Values.text(arguments, 2)));
        String first = Values.text(arguments, 1);
        if (meanings == null || first == null || !first.matches("\\d\\d")) {
            return null;
        }
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        int from = Integer.parseInt(first);
        for (int i = from; i < from + MAX_PAIRS; i += 2) {
            JsonNode qualifier = arguments[0].get(ELEMENTS[i]);
            JsonNode value = arguments[0].get(ELEMENTS[i + 1]);
            String meaning =
                    Values.isThere(qualifier) && Values.isThere(value)
                            ? meanings.meaning(qualifier.asText().strip())
                            : null;
            if (meaning != null && !found.has(meaning)) {
                found.set(meaning, Values.derived(value.asText().strip(), value));
            }
        }
        return found;
    }

    private static String[] elements() {
        String[] names = new String[100 + MAX_PAIRS];
        for (int i = 0; i < names.length; i++) {
            names[i] = i < 10 ? "0" + i : String.valueOf(i);
        }
        return names;
    }

    private static JsonNode head(JsonNode[] arguments) {
        return arguments[0].isArray() ? arguments[0].get(0) : null;
    }

    /** A serial shipping container code without the application identifier in front of it. */
    private static JsonNode sscc(JsonNode[] arguments) {
        JsonNode value = Values.argument(arguments, 0);
        if (value == null) {
            return null;
        }
        String digits = value.asText().strip().replace("(00)", "");
        boolean identifier = digits.length() == 20 && digits.startsWith("00");
        return Values.derived(identifier ? digits.substring(2) : digits, value);
    }

    /** Our own ids of an order and its line, as we send them out and a partner returns them. */
    private static JsonNode lineIds(JsonNode[] arguments) {
        String text = Values.text(arguments, 0);
        if (text == null || !text.matches("\\d{1,18}/\\d{1,18}")) {
            return null;
        }
        ObjectNode ids = JsonNodeFactory.instance.objectNode();
        int slash = text.indexOf('/');
        ids.set("orderId", Values.derived(text.substring(0, slash), arguments[0]));
        ids.set("id", Values.derived(text.substring(slash + 1), arguments[0]));
        return ids;
    }

    private static JsonNode gs1Key(JsonNode[] arguments) {
        JsonNode value = Values.argument(arguments, 0);
        return value == null ? null : Gs1Key.of(value);
    }

    /** A problem that the template itself finds: the value, what is expected, its kind. */
    private static JsonNode unusable(JsonNode[] arguments) {
        JsonNode value = Values.isThere(arguments[0]) ? arguments[0] : TextNode.valueOf("nothing");
        String kind = Values.text(arguments, 2);
        return new Unusable(
                kind == null ? "refused" : kind, String.valueOf(Values.text(arguments, 1)), value);
    }
}
