package io.milepost.local.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a supplier's system reads of an order that it got: enough to say that it got it.
 *
 * @param order number of the order; {@code null} where the document is no order, but a change or a
 *     cancellation of one
 * @param number of the interchange, or of the document where there is none
 * @param part number of the message or transaction within the interchange
 */
record OrderText(String order, String number, String part) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int X12_ELEMENTS = 3;
    private static final int X12_SEGMENTS = 105;
    private static final Pattern UBL_ORDER = Pattern.compile("<(?:\\w+:)?Order[\\s>]");
    private static final Pattern UBL_ID = Pattern.compile("<cbc:ID>([^<]*)</cbc:ID>");

    static OrderText read(Voice voice, byte[] document) throws IOException {
        String text = new String(document, StandardCharsets.UTF_8);
        return switch (voice) {
            case X12 ->
                    x12(
                            segments(
                                    text,
                                    text.substring(X12_SEGMENTS, X12_SEGMENTS + 1),
                                    text.substring(X12_ELEMENTS, X12_ELEMENTS + 1)));
            case EDIFACT -> edifact(segments(text, "'", "+"));
            case UBL -> ubl(text);
            case WEBHOOK -> json(JSON.readTree(document));
        };
    }

    private static List<String[]> segments(String text, String end, String separator) {
        List<String[]> segments = new ArrayList<>();
        for (String segment : text.split(Pattern.quote(end))) {
            segments.add(segment.strip().split(Pattern.quote(separator), -1));
        }
        return segments;
    }

    private static String element(List<String[]> segments, String tag, int element) {
        return segments.stream()
                .filter(segment -> segment[0].equals(tag) && segment.length > element)
                .map(segment -> segment[element])
                .findFirst()
                .orElse(null);
    }

    private static OrderText x12(List<String[]> segments) {
        return new OrderText(
                element(segments, "BEG", 3),
                element(segments, "GS", 6),
                element(segments, "ST", 2));
    }

    private static OrderText edifact(List<String[]> segments) {
        boolean order = "220".equals(element(segments, "BGM", 1));
        return new OrderText(
                order ? element(segments, "BGM", 2) : null,
                element(segments, "UNB", 5),
                element(segments, "UNH", 1));
    }

    private static OrderText ubl(String text) {
        Matcher id = UBL_ID.matcher(text);
        boolean order = UBL_ORDER.matcher(text).find() && id.find();
        return new OrderText(order ? id.group(1) : null, null, null);
    }

    private static OrderText json(JsonNode tree) {
        boolean order = tree.at("/document/kind").asText().equals("order");
        return new OrderText(
                order ? tree.at("/order/name").asText() : null,
                tree.at("/document/id").asText(),
                null);
    }
}
