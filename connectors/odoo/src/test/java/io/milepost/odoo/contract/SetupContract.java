package io.milepost.odoo.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.setup.Finding;
import io.milepost.odoo.setup.LedgerPruning;
import io.milepost.odoo.setup.OdooDoctor;
import io.milepost.odoo.setup.OdooProbe;
import io.milepost.odoo.setup.OdooSetup;
import io.milepost.odoo.setup.SetupStep;
import io.milepost.odoo.updates.ActionCode;
import io.milepost.odoo.updates.UpdateAction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Setting up a real Odoo, and examining it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SetupContract {

    private TestServer odoo;

    /** The server that is tried. */
    protected abstract ServerAccess access() throws Exception;

    @BeforeAll
    final void open() throws Exception {
        odoo = new TestServer(access());
    }

    @AfterAll
    final void close() throws Exception {
        odoo.close();
    }

    private List<Finding> examine(OdooClient client) throws Exception {
        return new OdooDoctor(client, odoo.options().features(), Clock.systemUTC()).examine();
    }

    @Test
    void aSecondSetupHasNothingToDo() throws Exception {
        assertThat(new OdooSetup(odoo.admin, odoo.options()).plan())
                .allSatisfy(
                        step ->
                                assertThat(step.state())
                                        .as(step.what())
                                        .isEqualTo(SetupStep.State.PRESENT));
    }

    @Test
    void anAdministratorMayForgetOldOutcomesAndNoneIsOldYet() throws Exception {
        Clock clock = Clock.systemUTC();
        TestApplier.claimed(odoo.bot, odoo.run + "/old")
                .apply(List.of(TestCommands.at(1, TestCommands.note(odoo.order(1).get(0), "x"))));
        Clock later = Clock.offset(clock, LedgerPruning.SHORTEST.plusDays(1));

        assertThat(new LedgerPruning(odoo.admin, clock, LedgerPruning.SHORTEST).run()).isZero();
        assertThat(new LedgerPruning(odoo.admin, later, LedgerPruning.SHORTEST).count())
                .isPositive();
    }

    @Test
    void theDoctorFindsNothingWhenAllIsSetUp() throws Exception {
        assertThat(examine(odoo.bot))
                .allSatisfy(
                        finding ->
                                assertThat(finding.level())
                                        .as(finding.toString())
                                        .isEqualTo(Finding.Level.OK));
    }

    @Test
    void anActionOfAnotherReleaseIsFoundAndReplaced() throws Exception {
        long action = UpdateAction.find(odoo.bot).id();
        odoo.write(
                "ir.actions.server",
                action,
                Map.of("code", ActionCode.text().replace(ActionCode.hash(), "0123456789abcdef")));

        List<Finding> before = examine(odoo.bot);
        List<SetupStep> steps = new OdooSetup(odoo.admin, odoo.options()).run();

        assertThat(before)
                .filteredOn(finding -> finding.level() == Finding.Level.ERROR)
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.check()).isEqualTo("action");
                            assertThat(finding.advice()).contains("milepost odoo setup");
                        });
        assertThat(steps)
                .filteredOn(step -> step.state() == SetupStep.State.CHANGE)
                .singleElement()
                .satisfies(step -> assertThat(step.what()).startsWith("server action Milepost"));
        assertThat(UpdateAction.find(odoo.bot).id()).isEqualTo(action);
        assertThat(UpdateAction.find(odoo.bot).version().path("hash").asText())
                .isEqualTo(ActionCode.hash());
    }

    @Test
    void aProbeSaysHowFastTheServerAnswersAndWhereShardsStand() throws Exception {
        TestApplier.claimed(odoo.bot, odoo.run + "/0");
        OdooProbe.Report report = new OdooProbe(odoo.bot).probe();

        assertThat(report.median()).isBetween(report.fastest(), report.slowest());
        assertThat(report.marks()).containsEntry(odoo.run + "/0", "-1");
    }

    @Test
    void nobodyOutsideTheGroupMayRunTheAction() throws Exception {
        try (OdooClient outsider = odoo.anotherAdministrator()) {
            UpdateAction action = UpdateAction.find(outsider);

            assertThat(catchThrowable(action::version)).hasMessageContaining("AccessError");
        }
    }
}
