package io.milepost.cli.terminal;

/** Cuts painted lines so that they do not wrap; a line that wraps spoils a picture in place. */
final class Clip {

    private static final char ESCAPE = '\u001b';
    private static final String RESET = ESCAPE + "[0m";

    private Clip() {}

    /** The first columns of a line, its escape sequences not counted. */
    static String to(int columns, String line) {
        StringBuilder cut = new StringBuilder();
        int seen = 0;
        boolean painted = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == ESCAPE) {
                int end = line.indexOf('m', i);
                cut.append(line, i, end + 1);
                painted = true;
                i = end;
            } else if (seen == columns) {
                return painted ? cut.append(RESET).toString() : cut.toString();
            } else {
                cut.append(sign);
                seen++;
            }
        }
        return cut.toString();
    }
}
