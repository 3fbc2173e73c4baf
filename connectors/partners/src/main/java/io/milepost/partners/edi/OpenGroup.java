package io.milepost.partners.edi;

import io.milepost.partners.message.Format;

/** A functional group whose transactions are being cut. */
final class OpenGroup {

    /** Its first segment as it was sent, without line breaks inside. */
    final String text;

    int transactions;

    OpenGroup(RawSegment segment, Delimiters d) {
        this.text =
                d.byLine() ? segment.text() : segment.text().replace("\r", "").replace("\n", "");
    }

    /** Its control number as it was sent. */
    String reference(Delimiters d) {
        return Elements.of(text, d.format() == Format.X12 ? 6 : 5, d);
    }

    /** The version that X12 names here; {@code null} if it names none or the format is another. */
    String version(Delimiters d) {
        return d.format() == Format.X12 ? Identity.orNull(Elements.of(text, 8, d)) : null;
    }
}
