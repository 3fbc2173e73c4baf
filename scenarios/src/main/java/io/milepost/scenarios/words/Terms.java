package io.milepost.scenarios.words;

import io.milepost.events.LimitCombination;
import io.milepost.events.MatchKind;
import io.milepost.events.MatchTolerance;
import io.milepost.events.Tolerance;
import java.math.BigDecimal;

/** What matched means in a rule's text. */
final class Terms {

    private static final int SCALE = 4;

    private Terms() {}

    /** The terms of a rule; {@code null} if it has none. */
    static MatchTolerance of(Fields rule) {
        Fields match = rule.section("match");
        if (match.isEmpty()) {
            return null;
        }
        MatchTolerance terms =
                MatchTolerance.newBuilder()
                        .setKind(match.constant("kind", MatchKind.class, null))
                        .setPriceLimit(limit(match.section("price")))
                        .setQuantityLimit(limit(match.section("quantity")))
                        .setUnlimitedOver(match.flag("unlimitedOver"))
                        .build();
        match.requireAllRead();
        return terms;
    }

    private static Tolerance limit(Fields limit) {
        if (limit.isEmpty()) {
            return null;
        }
        Tolerance tolerance =
                Tolerance.newBuilder()
                        .setPercent(decimal(limit.text("percent", null)))
                        .setAbsolute(decimal(limit.text("absolute", null)))
                        .setCombine(
                                limit.constant(
                                        "combine", LimitCombination.class, LimitCombination.AND))
                        .build();
        limit.requireAllRead();
        return tolerance;
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text).setScale(SCALE);
    }
}
