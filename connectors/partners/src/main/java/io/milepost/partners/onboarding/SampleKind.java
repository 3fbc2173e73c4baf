package io.milepost.partners.onboarding;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells by the first signs of a message which shipped profiles could read it. */
final class SampleKind {

    private static final int FIRST = 512;
    private static final List<String> X12 = List.of("generic-x12");
    private static final List<String> EDIFACT = List.of("generic-edifact");
    private static final List<String> UBL = List.of("generic-ubl");
    private static final List<String> JSON =
            List.of("generic-dcsa", "generic-epcis", "aftership", "easypost");

    private SampleKind() {}

    /** The profiles to try; none if it is no message that any of them reads. */
    static List<String> profiles(byte[] message) {
        String start =
                new String(message, 0, Math.min(FIRST, message.length), StandardCharsets.ISO_8859_1)
                        // A byte order mark, and zeros where characters have two bytes.
                        .replaceAll("^(?:\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                        .replace("\0", "")
                        .strip();
        if (start.startsWith("ISA")) {
            return X12;
        } else if (start.startsWith("UNA") || start.startsWith("UNB")) {
            return EDIFACT;
        } else if (start.startsWith("<")) {
            return UBL;
        }
        return start.startsWith("{") || start.startsWith("[") ? JSON : List.of();
    }
}
