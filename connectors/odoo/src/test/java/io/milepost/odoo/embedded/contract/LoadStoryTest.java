package io.milepost.odoo.embedded.contract;

import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import org.junit.jupiter.api.Test;

/** Recorded imports by external id. */
class LoadStoryTest {

    @Test
    void recordsAreMadeAndUpdatedByExternalIdAllOrNone() {
        try (Play play = new Play(EmbeddedOdooOptions.version18()).withSecrets()) {
            play.odoo().continueAt("res.partner", 45);
            play.odoo().continueAt("ir.model.data", 39230);
            play.play("070", "071", "072", "073", "074", "075");
            play.odoo().continueAt("ir.model.data", 39236);
            play.play("076", "077");
        }
    }

    @Test
    void momentsAreReadInTheTimeZoneOfTheUserUnlessTheContextSaysUtc() {
        try (Play play = new Play(EmbeddedOdooOptions.version18()).withSecrets()) {
            new Recorded(play.odoo()).vendorAndProducts().order(17, 34).order(25, 56);
            play.play("078", "079");
            Recorded.check(
                    play.odoo().desk(),
                    "purchase.order.line",
                    34,
                    "date_planned",
                    "2026-12-11 07:00:00");
            Recorded.check(
                    play.odoo().desk(),
                    "purchase.order.line",
                    56,
                    "date_planned",
                    "2027-01-01 08:00:00");
        }
    }
}
