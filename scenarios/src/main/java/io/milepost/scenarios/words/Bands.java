package io.milepost.scenarios.words;

import io.milepost.events.Severity;
import io.milepost.events.SeverityBand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Severity by value in a rule's text. */
final class Bands {

    private static final int SCALE = 4;

    private Bands() {}

    static List<SeverityBand> of(Fields rule) {
        List<SeverityBand> bands = new ArrayList<>();
        for (Object each : rule.list("severityByValue")) {
            Fields band = new Fields(each);
            bands.add(
                    new SeverityBand(
                            new BigDecimal(band.text("openValueFrom", null)).setScale(SCALE),
                            band.constant("severity", Severity.class, null)));
            band.requireAllRead();
        }
        return bands;
    }
}
