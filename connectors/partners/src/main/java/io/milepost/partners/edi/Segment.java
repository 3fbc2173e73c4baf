package io.milepost.partners.edi;

import io.milepost.partners.message.Place;

/**
 * A segment that is read.
 *
 * @param tag its tag in capitals
 * @param number which segment of its transaction it is, from 1 for ST and UNH; 0 in the envelope
 * @param raw the text as it was sent
 * @param text the text without what cannot be meant: line breaks, control characters
 * @param line line of its tag, from 1; 0 if it is not known
 * @param column column of its tag, from 1
 */
record Segment(String tag, int number, String raw, String text, int line, int column) {

    /** Where it stands. */
    Place place() {
        return new Place(line, line == 0 ? 0 : column, path());
    }

    private String path() {
        return number == 0 ? "segment " + tag : "segment " + number + " " + tag;
    }

    /**
     * Where one of its elements stands.
     *
     * @param element number of the element, from 1
     * @param repetition which repetition, from 1
     * @param component number of the component, from 1; 0 for the element as a whole
     */
    Place place(Delimiters d, int element, int repetition, int component) {
        StringBuilder path = new StringBuilder(path()).append(", element ").append(element);
        if (repetition > 1) {
            path.append(", repetition ").append(repetition);
        }
        if (component > 0) {
            path.append(", component ").append(component);
        }
        if (line == 0) {
            return new Place(0, 0, path.toString());
        }
        int atLine = line;
        int atColumn = column;
        int elements = 0;
        int repetitions = 1;
        int components = 1;
        for (int i = 0; i < raw.length(); i++) {
            if (elements == element
                    && repetitions == repetition
                    && components == Math.max(component, 1)) {
                break;
            }
            char c = raw.charAt(i);
            boolean broken = c == '\n' || (c == '\r' && !raw.startsWith("\n", i + 1));
            atLine += broken ? 1 : 0;
            atColumn = broken ? 1 : c == '\r' ? atColumn : atColumn + 1;
            if (d.release() != Delimiters.NONE && c == d.release() && i + 1 < raw.length()) {
                i++;
                atColumn++;
            } else if (c == d.element()) {
                elements++;
                repetitions = 1;
                components = 1;
            } else if (c == d.repetition() && c != Delimiters.NONE) {
                repetitions++;
                components = 1;
            } else if (c == d.component() && c != Delimiters.NONE) {
                components++;
            }
        }
        return new Place(atLine, atColumn, path.toString());
    }
}
