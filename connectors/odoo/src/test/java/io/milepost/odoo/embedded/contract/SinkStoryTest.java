package io.milepost.odoo.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import org.junit.jupiter.api.Test;

/** The recorded trial of a sink as a server action. */
class SinkStoryTest {
    private static final String INDEX =
            "env.cr.execute('create unique index x_flink_ledger_x_name_uniq on x_flink_ledger"
                    + " (x_name)')";

    @Test
    void aSinkAppliesEachCommandOnceAsItWasRecorded() {
        try (Play play = play()) {
            Recorded recorded = new Recorded(play.odoo()).vendorAndProducts().models();
            recorded.order(21, 44);
            recorded.addLine(21, 45);
            play.odoo().continueAt("ir.model", 610);
            play.odoo().continueAt("ir.actions.server", 474);
            play.play("080", "081");
            recorded.action(475, INDEX);
            play.play("082");
            play.odoo().continueAt("mail.message", 1066);
            play.odoo().continueAt("mail.activity", 21);
            play.play("083", "084", "085", "086", "087", "088", "089");
            assertThat(play.odoo().counts().messages("purchase.order", 21)).isEqualTo(3);

            recorded.order(13, 26).bot();
            play.play("130", "131", "134", "140", "141");
            play.odoo().continueAt("mail.message", 1136);
            play.play("132", "133");

            recorded.action(478, RecordedCode.SECOND_ROW);
            play.play("162");
        }
    }

    @Test
    void ordersAreCountedByAUserWithFewRights() {
        try (Play play = play()) {
            Recorded recorded = new Recorded(play.odoo()).vendorAndProducts().bot();
            for (int order = 1; order <= 21; order++) {
                recorded.draft(order, order);
            }
            play.play("142");
        }
    }

    @Test
    void codeFailsInTheWaysThatWereRecorded() {
        try (Play play = play()) {
            Recorded recorded = new Recorded(play.odoo()).models();
            recorded.action(477, RecordedCode.HORIZON);
            play.play("151b");
            recorded.action(478, RecordedCode.CONFLICT_18);
            play.play("160");
            recorded.action(478, RecordedCode.TIMEOUT);
            play.play("161");
            recorded.action(478, RecordedCode.REFUSAL);
            play.play("163", "170");
        }
    }

    private static Play play() {
        EmbeddedOdooOptions options =
                EmbeddedOdooOptions.version18()
                        .knowing(new RecordedSink())
                        .knowing(new RecordedCode());
        return new Play(options).withSecrets();
    }
}
