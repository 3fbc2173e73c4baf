package io.milepost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.milepost.e2e.offences.GuavaUser;
import io.milepost.e2e.offences.LineHelper;
import io.milepost.e2e.offences.Printer;
import io.milepost.e2e.offences.Sleeper;
import io.milepost.e2e.offences.UnitSleeper;
import io.milepost.local.offences.KnowsTheCommandLine;
import io.milepost.local.oracle.offences.AsksTheAccused;
import io.milepost.odoo.offences.KnowsItsDouble;
import io.milepost.odoo.offences.UsesFlink;
import io.milepost.pipelines.offences.KnowsTheStack;
import io.milepost.schemas.offences.KnowsALine;
import io.milepost.state.offences.KnowsAJob;
import io.milepost.state.offences.ReadsFiles;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of {@link ArchitectureTest} against a class that breaks it on purpose. */
class ArchitectureRulesCanFailTest {
    @ParameterizedTest(name = "{1}")
    @MethodSource("offences")
    void anOffenceIsFound(ArchRule rule, Class<?> offender) {
        var classes = new ClassFileImporter().importClasses(offender);

        assertThat(rule.evaluate(classes).getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(offender.getName()));
    }

    @Test
    void everyRuleHasAnOffence() {
        long rules =
                Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                        .filter(field -> field.getType() == ArchRule.class)
                        .count();

        assertThat(offences().map(offence -> offence.get()[0]).distinct()).hasSize((int) rules);
    }

    static Stream<Arguments> offences() {
        return Stream.of(
                arguments(ArchitectureTest.contractsKnowNothingElseOfOurs, KnowsALine.class),
                arguments(ArchitectureTest.stateKnowsOnlyTheContractsOfOurs, KnowsAJob.class),
                arguments(ArchitectureTest.stateIsPlainJavaWithoutInputOrOutput, ReadsFiles.class),
                arguments(
                        ArchitectureTest.connectorsKnowNeitherStateNorJobs,
                        io.milepost.kafka.offences.KnowsAJob.class),
                arguments(
                        ArchitectureTest.connectorsKnowNeitherStateNorJobs,
                        io.milepost.odoo.offences.KnowsAJob.class),
                arguments(ArchitectureTest.whatSpeaksToOdooIsPlainJava, UsesFlink.class),
                arguments(
                        ArchitectureTest.whatSpeaksToOdooDoesNotKnowItsDouble,
                        KnowsItsDouble.class),
                arguments(
                        ArchitectureTest.partnersKnowOnlyTheContractsOfOursAndNoJob,
                        io.milepost.partners.offences.KnowsAJob.class),
                arguments(
                        ArchitectureTest.partnersKnowOnlyTheContractsOfOursAndNoJob,
                        io.milepost.partners.offences.UsesFlink.class),
                arguments(
                        ArchitectureTest.whatReadsPartnersMessagesIsPlainJavaWithoutInputOrOutput,
                        io.milepost.partners.edi.offences.ReadsFiles.class),
                arguments(ArchitectureTest.pipelinesDoNotKnowWhereTheyRun, KnowsTheStack.class),
                arguments(
                        ArchitectureTest.theEmbeddedStackDoesNotKnowTheCommandLine,
                        KnowsTheCommandLine.class),
                arguments(
                        ArchitectureTest.theOracleSharesNoCodeWithWhatItJudges,
                        AsksTheAccused.class),
                arguments(ArchitectureTest.bundledCopiesOfLibrariesAreNotUsed, GuavaUser.class),
                arguments(ArchitectureTest.nobodySleeps, Sleeper.class),
                arguments(ArchitectureTest.nobodySleeps, UnitSleeper.class),
                arguments(ArchitectureTest.namesSayWhatAClassIsFor, LineHelper.class),
                arguments(ArchitectureTest.logsGoThroughSlf4j, Printer.class),
                arguments(ArchitectureTest.onlyProgramsWriteToTheStandardStreams, Printer.class));
    }
}
