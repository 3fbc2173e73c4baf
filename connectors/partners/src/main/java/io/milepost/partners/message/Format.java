package io.milepost.partners.message;

/** The syntax in which a partner's message is written. */
public enum Format {
    /** ASC X12: segments with fixed envelope ISA/GS/ST. */
    X12,
    /** UN/EDIFACT (ISO 9735): segments with envelope UNB/UNG/UNH. */
    EDIFACT,
    /** XML documents of OASIS UBL 2.x, Peppol BIS among them. */
    UBL,
    /** JSON of any shape. */
    JSON
}
