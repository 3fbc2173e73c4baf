package io.milepost.pipelines.milestones.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CommandKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.OdooCommand;
import io.milepost.events.OdooResult;
import io.milepost.events.SlaAlert;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.schemas.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Odoo answers reaches the line, and nothing else. */
class AnswersOfOdooTest {

    private static final String KNOWN = "2026-02-01";

    @Test
    void aConflictIsShownAndRaisesNeitherAlertNorMilestone() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            OdooCommand asked = confirmed(line);
            line.out(OdooCommand.class);

            line.given(
                    Catalogue.RESULTS, Events.result(asked, CommandOutcome.CONFLICT, "2027-01-01"));

            List<LineStatus> told = line.out(LineStatus.class);
            assertThat(told).hasSize(1);
            assertThat(told.get(0).getConflicts()).containsExactly(CommandKind.ACKNOWLEDGE_ORDER);
            assertThat(told.get(0).getWanted()).contains(CommandKind.ACKNOWLEDGE_ORDER);
        }
    }

    @Test
    void anAnswerLongAfterADeadlineDecidesNothing() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            OdooCommand asked = confirmed(line);
            line.outCount();

            line.given(
                    Catalogue.RESULTS, Events.result(asked, CommandOutcome.APPLIED, "2027-01-01"));

            assertThat(line.out(SlaAlert.class)).isEmpty();
            assertThat(line.out(LineMilestone.class)).isEmpty();
        }
    }

    @Test
    void everyAnswerIsBooked() throws Exception {
        try (LineHarness line = LineHarness.fresh()) {
            OdooCommand asked = confirmed(line);
            OdooResult applied = Events.result(asked, CommandOutcome.APPLIED, "2026-02-03");

            line.given(Catalogue.RESULTS, applied)
                    .given(Catalogue.RESULTS, applied)
                    .given(
                            Catalogue.RESULTS,
                            Events.result(asked, CommandOutcome.CONFLICT, "2026-02-02"));

            assertThat(line.booked(Catalogue.RESULTS))
                    .containsExactly(
                            Entry.Kind.EFFECTIVE, Entry.Kind.DUPLICATE, Entry.Kind.WITHOUT_EFFECT);
        }
    }

    @Test
    void whatWasAnsweredBeforeTheLineIsKnownWaitsAndIsNotAskedAgain() throws Exception {
        OdooCommand asked;
        try (LineHarness line = LineHarness.fresh()) {
            asked = confirmed(line);
        }
        try (LineHarness line = LineHarness.fresh()) {
            line.given(Catalogue.RESULTS, Events.result(asked, CommandOutcome.CONFLICT, KNOWN));
            assertThat(line.booked(Catalogue.RESULTS)).containsExactly(Entry.Kind.WAIT_BEGAN);

            line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN));
            line.given(
                    Catalogue.SUPPLIER_EVENTS,
                    Events.acknowledgement("A1", "acme", Events.byIds(42, 4201), KNOWN));

            assertThat(line.out(OdooCommand.class)).isEmpty();
            assertThat(line.booked(Catalogue.RESULTS))
                    .containsExactly(
                            Entry.Kind.WAIT_BEGAN, Entry.Kind.WAIT_ENDED, Entry.Kind.EFFECTIVE);
        }
    }

    /** A line that is confirmed as ordered; what Odoo is asked for. */
    private static OdooCommand confirmed(LineHarness line) throws Exception {
        line.given(Catalogue.ORDER_LINES, Events.order(4201, KNOWN))
                .given(
                        Catalogue.SUPPLIER_EVENTS,
                        Events.acknowledgement("A1", "acme", Events.byIds(42, 4201), KNOWN));
        List<OdooCommand> commands = line.out(OdooCommand.class);
        assertThat(commands)
                .extracting(OdooCommand::getKind)
                .containsExactly(CommandKind.ACKNOWLEDGE_ORDER);
        return commands.get(0);
    }
}
