package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.policies.PolicyFiles;
import io.milepost.events.MilestoneName;
import io.milepost.events.SlaPolicy;
import io.milepost.events.SupplierEvent;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.feed.TimedEvent;
import io.milepost.local.odoo.OdooPlay;
import io.milepost.local.odoo.OdooStory;
import io.milepost.local.odoo.Partners;
import io.milepost.local.odoo.Played;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.oracle.OracleRule;
import io.milepost.local.oracle.OracleVerdict;
import io.milepost.local.partners.PartnerFigures;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.StackProgress;
import io.milepost.local.stack.StackService;
import io.milepost.local.views.ViewCounts;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distributor's story with partners who speak EDI and JSON, as the demo plays it. */
@DisplayName("A story whose partners speak their own formats")
class SpeakingPartnersTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final RunOptions OPTIONS = OdooPlay.room(RunOptions.defaults());
    private static final long SEED = 7;
    private static final int LINES = 24;
    private static final int FEW = 6;

    @TempDir private Path folder;

    @Test
    void endsAsTheOracleSaysAndLosesNothing() throws Exception {
        List<SlaPolicy> rules = PolicyFiles.bundled(PolicyFiles.SHOWCASE);
        try (OdooStory story = story(simulation(LINES));
                EmbeddedRun run = EmbeddedRun.start(OPTIONS, rules, new Quiet());
                OdooPlay play = OdooPlay.on(story, run, OPTIONS, Partners.inFormats(SEED))) {
            play.play(Speed.MAX);
            run.views().awaitClock(play.promisedMicros(), DEADLINE);
            Played played = play.settle();

            assertThat(play.differences(played)).isEmpty();
            assertThat(play.partnerDifferences()).isEmpty();
            assertTold(play.partnerFigures());
            OracleVerdict verdict =
                    new Oracle(OracleRule.of(rules), play.promisedMicros()).judge(played.events());
            ViewCounts counts = run.views().counts();
            assertThat(counts.milestonesReached()).isEqualTo(verdict.milestonesReached());
            assertThat(counts.alertsRaised()).isEqualTo(verdict.alertsRaised());
            assertThat(counts.alertsRetracted()).isEqualTo(verdict.alertsRetracted());
            assertThat(counts.warnings()).isEqualTo(verdict.warnings().size());
            assertThat(counts.odooCommands()).isEqualTo(verdict.odooCommands());
            assertThat(counts.deadLetters()).isEqualTo(verdict.deadLetters());
            assertThat(run.views().milestones().values())
                    .allMatch(reached -> reached.containsKey(MilestoneName.SENT))
                    .anyMatch(reached -> reached.containsKey(MilestoneName.RECEIPT_ACKNOWLEDGED));
        }
    }

    private static void assertTold(PartnerFigures figures) {
        assertThat(figures.sent().values()).hasSize(4).allMatch(sent -> sent > 0);
        assertThat(figures.mapped()).isEqualTo(figures.said()).isPositive();
        assertThat(figures.ordersSent()).isPositive();
        assertThat(figures.ordersAcknowledged()).isPositive();
    }

    @Test
    void tellsWhatIsMissingOfASupplierWhoseMessagesGetLost() throws Exception {
        DistributorSimulation simulation = simulation(FEW);
        String lost =
                simulation.events().stream()
                        .map(TimedEvent::value)
                        .filter(SupplierEvent.class::isInstance)
                        .map(said -> ((SupplierEvent) said).getEnvelope().getPartner())
                        .findFirst()
                        .orElseThrow();
        try (OdooStory story = story(simulation);
                EmbeddedRun run = EmbeddedRun.start(OPTIONS, List.of(), new Quiet());
                OdooPlay play =
                        OdooPlay.on(story, run, OPTIONS, Partners.inFormats(SEED).losing(lost))) {
            play.play(Speed.MAX);
            play.settle();

            assertThat(play.partnerDifferences())
                    .isNotEmpty()
                    .allMatch(
                            it -> it.contains(" " + lost + " ") && it.contains("more than heard"));
        }
    }

    private static DistributorSimulation simulation(int lines) {
        return new DistributorSimulation(SEED, lines, Micros.of(Instant.now()));
    }

    private OdooStory story(DistributorSimulation simulation) throws Exception {
        return OdooStory.embedded(simulation, EmbeddedOdooOptions.version18(), folder);
    }

    private static final class Quiet implements StackProgress {
        @Override
        public void starting(StackService service) {
            // Nobody watches.
        }

        @Override
        public void ready(StackService service, String address, Duration took) {
            // Nobody watches.
        }
    }
}
