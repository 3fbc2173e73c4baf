package io.milepost.cli.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The signs that pictures are made of.
 *
 * @param full a full cell of a bar
 * @param parts parts of a cell, growing; may be empty
 * @param rest an empty cell of a bar
 * @param done in front of what is done
 * @param busy in front of what is not
 * @param dot between parts of a title
 */
public record Glyphs(char full, String parts, char rest, char done, char busy, char dot) {

    /** For terminals with Unicode. */
    public static final Glyphs UNICODE = new Glyphs('█', "▏▎▍▌▋▊▉", '·', '●', '○', '·');

    /** For all others. */
    public static final Glyphs ASCII = new Glyphs('#', "", '.', '*', '-', '-');

    /** Those that a terminal can show, by its environment. */
    public static Glyphs of(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(environment::get)
                .filter(locale -> locale != null && !locale.isEmpty())
                .findFirst()
                .map(locale -> locale.toUpperCase(Locale.ROOT).replace("-", ""))
                .filter(locale -> locale.contains("UTF8"))
                .map(utf8 -> UNICODE)
                .orElse(ASCII);
    }

    /**
     * A bar.
     *
     * @param share from 0 to 1; more than nothing is always seen
     * @param cells its length
     */
    public String bar(double share, int cells) {
        int steps = parts.length() + 1;
        long filled = Math.round(Math.min(1, Math.max(0, share)) * cells * steps);
        if (share > 0 && filled == 0) {
            filled = 1;
        }
        StringBuilder bar = new StringBuilder();
        bar.append(String.valueOf(full).repeat((int) (filled / steps)));
        if (filled % steps > 0) {
            bar.append(parts.charAt((int) (filled % steps) - 1));
        }
        return bar.append(String.valueOf(rest).repeat(cells - bar.length())).toString();
    }
}
