package io.milepost.partners.edi;

import io.milepost.partners.message.Format;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The parser's own tables of envelopes. It reads one when a version first comes along and then
 * keeps it for the whole process, without a lock; we ask for it under one, and for versions that
 * senders make up we ask for the nearest.
 */
final class ControlSchemas {

    /** It tells what of its tables it does not use; held here, or the setting would be lost. */
    private static final Logger TALK = Logger.getLogger("io.xlate.edi.internal.schema");

    private static final Map<String, Schema> KNOWN = new HashMap<>();
    private static final String OLDEST_X12 = "00200";

    private ControlSchemas() {}

    /** The table for an interchange. */
    static synchronized Schema of(Opening opening) {
        boolean x12 = opening.delimiters().format() == Format.X12;
        String version = x12 ? x12(opening.version()) : edifact(opening);
        Schema known = KNOWN.get(version);
        if (known == null) {
            known = load(x12 ? "X12" : "EDIFACT", version, x12);
            if (KNOWN.size() < 100) {
                KNOWN.put(version, known);
            }
        }
        return known;
    }

    private static Schema load(String standard, String version, boolean x12) {
        TALK.setLevel(Level.WARNING);
        String[] parts = x12 ? new String[] {version} : version.split("/", -1);
        try {
            return SchemaFactory.newFactory().getControlSchema(standard, parts);
        } catch (EDISchemaException e) {
            throw new IllegalStateException(standard + " " + version + ": no table", e);
        }
    }

    private static String x12(String version) {
        return version.matches("[0-9]{5}") && version.compareTo(OLDEST_X12) > 0
                ? version
                : OLDEST_X12;
    }

    private static String edifact(Opening opening) {
        char first = opening.version().isEmpty() ? '3' : opening.version().charAt(0);
        if (first < '4' || first > '9') {
            return "/1";
        }
        List<String> syntax =
                Elements.split(
                        opening.element(1), opening.delimiters().component(), opening.delimiters());
        String release = syntax.size() > 4 ? syntax.get(4) : "";
        return release.matches("0[0-9]") ? "/4///" + release : "/4";
    }
}
