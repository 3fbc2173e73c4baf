package io.milepost.odoo.embedded.contract;

import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import org.junit.jupiter.api.Test;

/** Recorded refusals of the older wire. */
class ErrorsTest {

    @Test
    void wrongSecretsAndDatabasesAreRefused() {
        try (Play play = new Play(EmbeddedOdooOptions.version18())) {
            play.play("003", "100", "101", "102", "103");
        }
    }

    @Test
    void callsThatMakeNoSenseAreRefused() {
        try (Play play = new Play(EmbeddedOdooOptions.version18()).withSecrets()) {
            Recorded recorded = new Recorded(play.odoo()).vendorAndProducts().draft(12, 24);
            play.odoo().desk().buying().setQuantity(24, 40, Recorded.DECEMBER);
            play.play("104", "105", "106", "107", "108", "109", "110", "111", "112", "113");
            play.play("114", "115", "116", "117", "118");
            recorded.draft(23, 51);
            play.play("150");
            recorded.draft(24, 53);
            play.play("151");
        }
    }

    @Test
    void requestsThatAreNoCallsAreRefusedByTheWire() {
        try (Play play = new Play(EmbeddedOdooOptions.version18())) {
            play.play("120", "121", "122", "123", "124", "125", "126");
        }
    }
}
