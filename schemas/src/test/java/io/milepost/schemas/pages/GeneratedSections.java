package io.milepost.schemas.pages;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in Markdown of which some sections are generated. A section lies between {@code <!--
 * generated: NAME -->} and {@code <!-- end: NAME -->}; everything else is written by hand.
 */
final class GeneratedSections {

    private GeneratedSections() {}

    /**
     * The page with its sections replaced.
     *
     * @param page the page as it is
     * @param sections text of each section by name
     * @throws IllegalArgumentException if the page does not have exactly these sections
     */
    static String replace(String page, Map<String, String> sections) {
        String result = page;
        for (Map.Entry<String, String> section : sections.entrySet()) {
            Matcher place = place(section.getKey()).matcher(result);
            if (!place.find()) {
                throw new IllegalArgumentException(
                        "page: expected a section " + mark(section.getKey()) + " but found none");
            }
            result =
                    result.substring(0, place.start(1))
                            + section.getValue()
                            + result.substring(place.end(1));
        }
        return result;
    }

    /** The first line in which two texts differ, in words; {@code null} if they are the same. */
    static String firstDifference(String name, String expected, String found) {
        List<String> wanted = expected.lines().toList();
        List<String> present = found.lines().toList();
        for (int i = 0; i < Math.max(wanted.size(), present.size()); i++) {
            String want = i < wanted.size() ? wanted.get(i) : "the end";
            String have = i < present.size() ? present.get(i) : "the end";
            if (!want.equals(have)) {
                return name + " line " + (i + 1) + ": expected " + want + " but found " + have;
            }
        }
        return null;
    }

    private static Pattern place(String section) {
        return Pattern.compile(
                Pattern.quote(mark(section)) + "\n(.*?)<!-- end: " + section + " -->",
                Pattern.DOTALL);
    }

    private static String mark(String section) {
        return "<!-- generated: " + section + " -->";
    }
}
