package io.milepost.partners.edi;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a segment into its elements. */
final class Elements {

    private Elements() {}

    /** The element of a segment as it was sent, from 1; empty if it is not there. */
    static String of(String segment, int number, Delimiters d) {
        List<String> elements = split(segment, d.element(), d);
        return number < elements.size() ? elements.get(number) : "";
    }

    /** The parts between the separator, with release characters still in them. */
    static List<String> split(String text, char separator, Delimiters d) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (d.release() != Delimiters.NONE && c == d.release()) {
                i++;
            } else if (c == separator && separator != Delimiters.NONE) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** The text with its release characters undone. */
    static String released(String text, Delimiters d) {
        if (d.release() == Delimiters.NONE || text.indexOf(d.release()) < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == d.release() && i + 1 < text.length()) {
                i++;
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }
}
