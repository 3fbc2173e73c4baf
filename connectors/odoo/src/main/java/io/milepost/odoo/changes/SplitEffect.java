package io.milepost.odoo.changes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the server action notes which line a part was split off from: as if it had written a field of
 * the part.
 */
final class SplitEffect {

    /** Where it notes that. */
    static final String MODEL = "x_milepost_effect";

    /** Name of the part, id of the line. */
    static final List<String> FIELDS = List.of("x_name", "x_value");

    private static final Pattern NAME = Pattern.compile("purchase\\.order\\.line,(\\d+),split_of");

    private SplitEffect() {}

    /** Under which name a part is noted. */
    static String name(long part) {
        return "purchase.order.line," + part + ",split_of";
    }

    /** The part that a name is of; {@code null} if it is the name of something else. */
    static Long part(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }
}
