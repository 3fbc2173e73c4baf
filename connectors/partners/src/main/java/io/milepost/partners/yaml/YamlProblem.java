package io.milepost.partners.yaml;

/**
 * Something in a file that cannot be used.
 *
 * @param file the file, as it was named
 * @param line line of the file, from 1
 * @param field path of the field, such as {@code rules[1].due.allowance}; empty for the whole file
 * @param expected what it should be
 * @param found what it is
 */
public record YamlProblem(String file, int line, String field, String expected, String found) {

    /** The problem in words: where, what, expected and found. */
    public String message() {
        return "%s line %d: %sexpected %s but found %s"
                .formatted(file, line, field.isEmpty() ? "" : field + ": ", expected, found);
    }
}
