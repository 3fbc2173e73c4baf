package io.milepost.partners.edi;

import io.milepost.partners.message.Format;

/** The tags of the segments around transactions. */
record EnvelopeTags(
        String interchange,
        String interchangeEnd,
        String group,
        String groupEnd,
        String transaction,
        String transactionEnd) {

    private static final EnvelopeTags X12 = new EnvelopeTags("ISA", "IEA", "GS", "GE", "ST", "SE");
    private static final EnvelopeTags EDIFACT =
            new EnvelopeTags("UNB", "UNZ", "UNG", "UNE", "UNH", "UNT");

    static EnvelopeTags of(Format format) {
        return format == Format.X12 ? X12 : EDIFACT;
    }
}
