package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.Speed;
import io.milepost.local.odoo.OdooPlay;
import io.milepost.local.odoo.OdooServer;
import io.milepost.local.odoo.OdooStory;
import io.milepost.local.odoo.Partners;
import io.milepost.local.odoo.Played;
import io.milepost.local.oracle.Oracle;
import io.milepost.local.oracle.OracleVerdict;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.run.RunOptions;
import io.milepost.local.stack.StackProgress;
import io.milepost.local.stack.StackService;
import io.milepost.local.views.ViewCounts;
import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.embedded.Account;
import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.desk.Buying;
import io.milepost.odoo.setup.Feature;
import io.milepost.odoo.setup.OdooSetup;
import io.milepost.odoo.setup.SetupOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distributor's story round an Odoo, as the demo plays it. */
@DisplayName("A story round an Odoo")
class OdooStoryTest {

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final RunOptions OPTIONS = OdooPlay.room(RunOptions.defaults());
    private static final long SEED = 7;
    private static final int FEW = 6;

    @TempDir private Path folder;

    private static DistributorSimulation story(int lines) {
        return new DistributorSimulation(SEED, lines, Micros.of(Instant.now()));
    }

    @Test
    void isNotWhatItWasToBeWithoutOdooUpdates() throws Exception {
        try (OdooStory story =
                        OdooStory.embedded(story(40), EmbeddedOdooOptions.version18(), folder);
                EmbeddedRun run = run();
                OdooPlay play = OdooPlay.withoutUpdates(story, run, OPTIONS)) {
            play.play(Speed.MAX);
            Played played = play.settle();

            assertThat(played.counts().all()).isZero();
            assertThat(played.commands()).isNotEmpty();
            assertThat(play.differences(played))
                    .anyMatch(it -> it.startsWith("odoo.results: expected a result"));
        }
    }

    @Test
    void isPlayedInAServerAtAnAddressInTheTimeOfTheWorld() throws Exception {
        try (EmbeddedOdoo odoo = EmbeddedOdoo.start(EmbeddedOdooOptions.version18());
                OdooStory story = OdooStory.at(setUp(odoo), story(40));
                EmbeddedRun run = run();
                OdooPlay play = OdooPlay.on(story, run, OPTIONS)) {
            play.play(Speed.MAX);
            run.views().awaitClock(play.promisedMicros(), DEADLINE);
            Played played = play.settle();

            assertThat(play.differences(played)).isEmpty();
            assertThat(played.counts().all()).isPositive();
            OracleVerdict verdict =
                    new Oracle(List.of(), play.promisedMicros()).judge(played.events());
            ViewCounts counts = run.views().counts();
            assertThat(counts.lines()).isEqualTo(40).isEqualTo(verdict.lines().size());
            assertThat(counts.milestonesReached()).isEqualTo(verdict.milestonesReached());
            assertThat(counts.odooCommands()).isEqualTo(verdict.odooCommands());
        }
    }

    @Test
    void isPlayedBesideOrdersOfSuppliersWhoWereThereBefore() throws Exception {
        try (EmbeddedOdoo odoo = EmbeddedOdoo.start(EmbeddedOdooOptions.version18())) {
            OdooServer server = setUp(odoo);
            Buying buying = odoo.desk().buying();
            buying.confirmedOrder(
                    buying.vendor("Old & Sons"),
                    new Buying.Line(buying.product("OLD", "Old"), 1, 1, "2027-01-10 08:00:00"));
            try (OdooStory story = OdooStory.at(server, story(FEW));
                    EmbeddedRun run = run();
                    OdooPlay play = OdooPlay.on(story, run, OPTIONS, Partners.inFormats(SEED))) {
                play.play(Speed.MAX);
                play.settle();

                assertThat(play.partnerDifferences()).isEmpty();
                assertThat(play.partnerFigures().ordersSent()).isPositive();
                assertThat(run.views().counts().lines()).isEqualTo(FEW + 1);
            }
        }
    }

    @Test
    void saysWhatToDoWhereAServerWasNotSetUp() {
        try (EmbeddedOdoo odoo = EmbeddedOdoo.start(EmbeddedOdooOptions.version18())) {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () -> OdooStory.at(server(odoo), story(1))))
                    .hasMessageContaining("is not ready for Milepost")
                    .hasMessageContaining("milepost odoo setup");
        }
    }

    private static EmbeddedRun run() throws Exception {
        return EmbeddedRun.start(OPTIONS, List.of(), new Quiet());
    }

    private OdooServer setUp(EmbeddedOdoo odoo) throws Exception {
        Account admin = odoo.admin();
        try (OdooClient client =
                HttpOdooClient.open(
                        OdooSettings.of(odoo.url(), odoo.database(), admin.login(), admin::key))) {
            new OdooSetup(
                            client,
                            new SetupOptions(admin.login(), null, EnumSet.allOf(Feature.class)))
                    .run();
        }
        return server(odoo);
    }

    private OdooServer server(EmbeddedOdoo odoo) throws java.io.IOException {
        Path key = Files.writeString(folder.resolve("key"), odoo.admin().key());
        return new OdooServer(
                odoo.url(), odoo.database(), odoo.admin().login(), "${file:" + key + "}");
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
