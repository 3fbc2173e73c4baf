package io.milepost.local.partners;

import io.milepost.partners.message.Format;

/** The format that a partner of the story speaks. */
public enum Voice {
    X12(Format.X12, "x12"),
    EDIFACT(Format.EDIFACT, "edifact"),
    UBL(Format.UBL, "ubl"),
    WEBHOOK(Format.JSON, "webhook");

    private final Format format;
    private final String title;

    Voice(Format format, String title) {
        this.format = format;
        this.title = title;
    }

    Format format() {
        return format;
    }

    /** As figures name it. */
    public String title() {
        return title;
    }
}
