package io.milepost.e2e;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.concurrent.TimeUnit;

/**
 * Which module may know which, and what no class does. Each rule is proved able to fail by {@link
 * ArchitectureRulesCanFailTest}.
 */
@AnalyzeClasses(locations = AllModules.class, importOptions = WithoutOffences.class)
class ArchitectureTest {
    private static final String[] CONTRACTS = {"io.milepost.schemas..", "io.milepost.events.."};
    private static final String ODOO = "io.milepost.odoo..";
    private static final String PARTNERS = "io.milepost.partners..";
    private static final String DOUBLE = "io.milepost.odoo.embedded..";
    private static final String FLINK = "org.apache.flink..";
    private static final String KAFKA = "org.apache.kafka..";

    @ArchTest
    static final ArchRule contractsKnowNothingElseOfOurs =
            product(CONTRACTS)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.milepost..")
                                    .and(not(resideInAnyPackage(CONTRACTS))));

    @ArchTest
    static final ArchRule stateKnowsOnlyTheContractsOfOurs =
            product("io.milepost.state..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.milepost..")
                                    .and(not(resideInAnyPackage(CONTRACTS)))
                                    .and(not(resideInAPackage("io.milepost.state.."))));

    @ArchTest
    static final ArchRule stateIsPlainJavaWithoutInputOrOutput =
            product("io.milepost.state..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            FLINK,
                            KAFKA,
                            "okhttp3..",
                            "java.net..",
                            "java.nio.file..",
                            "java.sql..");

    @ArchTest
    static final ArchRule connectorsKnowNeitherStateNorJobs =
            product("io.milepost.kafka..", ODOO)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.milepost.state..",
                            "io.milepost.pipelines..",
                            "io.milepost.local..",
                            "io.milepost.cli..");

    @ArchTest
    static final ArchRule whatSpeaksToOdooIsPlainJava =
            noClasses()
                    .that(
                            resideInAPackage(ODOO)
                                    .and(not(resideInAPackage("io.milepost.odoo.changes.source..")))
                                    .and(ofTheProduct()))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FLINK, KAFKA);

    @ArchTest
    static final ArchRule whatSpeaksToOdooDoesNotKnowItsDouble =
            noClasses()
                    .that(
                            resideInAPackage(ODOO)
                                    .and(not(resideInAPackage(DOUBLE)))
                                    .and(ofTheProduct()))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(DOUBLE);

    @ArchTest
    static final ArchRule partnersKnowOnlyTheContractsOfOursAndNoJob =
            product(PARTNERS)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("io.milepost..", FLINK)
                                    .and(not(resideInAnyPackage(CONTRACTS)))
                                    .and(not(resideInAPackage(PARTNERS))));

    @ArchTest
    static final ArchRule whatReadsPartnersMessagesIsPlainJavaWithoutInputOrOutput =
            product("io.milepost.partners.edi..", "io.milepost.partners.message..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            KAFKA, "okhttp3..", "java.net..", "java.nio.file..", "java.sql..");

    @ArchTest
    static final ArchRule pipelinesDoNotKnowWhereTheyRun =
            product("io.milepost.pipelines..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.milepost.local..", "io.milepost.cli..");

    @ArchTest
    static final ArchRule theEmbeddedStackDoesNotKnowTheCommandLine =
            product("io.milepost.local..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.milepost.cli..");

    @ArchTest
    static final ArchRule theOracleSharesNoCodeWithWhatItJudges =
            product("io.milepost.local.oracle..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.milepost.state..", "io.milepost.pipelines..", FLINK);

    @ArchTest
    static final ArchRule bundledCopiesOfLibrariesAreNotUsed =
            noClasses()
                    .that()
                    .resideInAPackage("io.milepost..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.google.common..", "org.apache.flink.shaded..", "..shaded.org..")
                    .because("they change with their host, and Guava is the registry client's");

    @ArchTest
    static final ArchRule nobodySleeps =
            noClasses()
                    .that()
                    .resideInAPackage("io.milepost..")
                    .should()
                    .accessTargetWhere(describe("it is a sleep", ArchitectureTest::isSleep))
                    .because("tests and jobs wait for a named condition with a deadline");

    @ArchTest
    static final ArchRule namesSayWhatAClassIsFor =
            noClasses()
                    .that()
                    .resideInAPackage("io.milepost..")
                    .should()
                    .haveNameMatching(".*(Manager|Helper|Util|Utils)(\\$.*)?");

    /**
     * One class of the command says where logs go, which slf4j has no word for; one of the partners
     * bids a library be quiet that knows no other logger.
     */
    @ArchTest
    static final ArchRule logsGoThroughSlf4j =
            noClasses()
                    .that()
                    .resideInAPackage("io.milepost..")
                    .and()
                    .doNotHaveFullyQualifiedName("io.milepost.cli.QuietLogs")
                    .and()
                    .doNotHaveFullyQualifiedName("io.milepost.partners.edi.ControlSchemas")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.util.logging..", "org.apache.logging..");

    @ArchTest
    static final ArchRule onlyProgramsWriteToTheStandardStreams =
            noClasses()
                    .that(
                            resideInAPackage("io.milepost..")
                                    .and(ofTheProduct())
                                    .and(not(resideInAPackage("io.milepost.cli..")))
                                    .and(not(describe("programs", ArchitectureTest::isProgram))))
                    .should()
                    .accessTargetWhere(describe("it is a stream", ArchitectureTest::isStream));

    private static GivenClassesConjunction product(String... packages) {
        return noClasses().that(resideInAnyPackage(packages).and(ofTheProduct()));
    }

    private static DescribedPredicate<JavaClass> ofTheProduct() {
        return describe("of the product", c -> !isTest(c));
    }

    private static boolean isTest(JavaClass c) {
        return c.getSource().stream().anyMatch(s -> s.getUri().getPath().contains("/test-classes/"))
                && !c.getPackageName().endsWith(".offences");
    }

    private static boolean isSleep(JavaAccess<?> access) {
        return access.getName().equals("sleep")
                && (access.getTargetOwner().isAssignableTo(Thread.class)
                        || access.getTargetOwner().isEquivalentTo(TimeUnit.class));
    }

    private static boolean isStream(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(System.class)
                && (access.getName().equals("out") || access.getName().equals("err"));
    }

    /** A main class in its own JVM speaks with its parent over the standard streams. */
    private static boolean isProgram(JavaClass c) {
        return c.getName().matches(".*Main(\\$.*)?");
    }
}
