package io.milepost.partners.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the GS1 key out of an EPC URN ({@code urn:epc:id:sscc:...}) or a GS1 Digital Link, as the
 * EPC Tag Data Standard writes them: the company prefix, the rest, and in a GTIN or SSCC the first
 * digit of the rest in front; the check digit is reckoned.
 */
final class Gs1Key {

    private static final Pattern URN =
            Pattern.compile(
                    "urn:epc:(?:id|idpat|class):(sscc|sgtin|lgtin|sgln|pgln):(\\d*)\\.(\\d*)"
                            + "(?:\\..*)?");
    private static final Pattern LINK =
            Pattern.compile("https?://[^/]+(?:/[^/]+)*?/(00|01|414|417)/(\\d{8,18})(?:[/?].*)?");
    private static final Map<String, String> KINDS =
            Map.of(
                    "00", "sscc", "01", "gtin", "414", "gln", "417", "gln", "sscc", "sscc", "sgtin",
                    "gtin", "lgtin", "gtin", "sgln", "gln", "pgln", "gln");

    private Gs1Key() {}

    /** Type and value of the key; {@code null} if the text is of no kind that is known. */
    static JsonNode of(JsonNode from) {
        String text = from.asText().strip();
        Matcher link = LINK.matcher(text);
        if (link.matches()) {
            return key(KINDS.get(link.group(1)), link.group(2), from);
        }
        Matcher urn = URN.matcher(text);
        if (!urn.matches()) {
            return null;
        }
        String kind = KINDS.get(urn.group(1));
        String prefix = urn.group(2);
        String rest = urn.group(3);
        String digits =
                kind.equals("gln") || rest.isEmpty()
                        ? prefix + rest
                        : rest.charAt(0) + prefix + rest.substring(1);
        return key(kind, digits + checkDigit(digits), from);
    }

    private static JsonNode key(String kind, String value, JsonNode from) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        key.put("kind", kind);
        key.set("value", Values.derived(value, from));
        return key;
    }

    /** Weights 3 and 1 by turns from the right, to the next ten. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }
}
