package io.milepost.schemas.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.schemas.Compatibility;
import io.milepost.schemas.compatibility.ReleasedSchemas.Released;
import io.milepost.schemas.compatibility.ReleasedSchemas.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No schema may change so that a reader or data of an earlier release is left behind. With {@code
 * -Dmilepost.release=0.2} the schemas of today are written as those of that release.
 */
class SchemaGateTest {

    private static final ReleasedSchemas RELEASED =
            new ReleasedSchemas(Path.of("src", "main", "compatibility"));

    private static final String BEFORE =
            """
            {"type":"record","name":"Event","fields":[
              {"name":"id","type":"string"},
              {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["UNKNOWN","A"],"default":"UNKNOWN"}}
            ]}\
            """;

    @Test
    void everySchemaKeepsItsPromiseToEveryEarlierRelease() throws IOException {
        String release = System.getProperty("milepost.release");
        if (release != null) {
            RELEASED.write(release);
        }

        assertThat(SchemaGate.problems(ReleasedSchemas.today(), RELEASED.all())).isEmpty();
    }

    @Test
    void theFirstReleaseCameWithEverySubjectThatItHad() throws IOException {
        assertThat(
                        RELEASED.all().stream()
                                .filter(released -> released.release().equals("0.1"))
                                .map(Released::subject)
                                .collect(Collectors.toSet()))
                .contains("odoo.order-lines-value", "po-line.status-value")
                .hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void anOptionalFieldAndAnEnumSymbolMayComeUnderEitherRule() {
        String after =
                """
                {"type":"record","name":"Event","fields":[
                  {"name":"id","type":"string"},
                  {"name":"note","type":["null","string"],"default":null},
                  {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["UNKNOWN","A","B"],"default":"UNKNOWN"}}
                ]}\
                """;

        assertThat(problems(after, Compatibility.BACKWARD_TRANSITIVE)).isEmpty();
        assertThat(problems(after, Compatibility.FULL_TRANSITIVE)).isEmpty();
    }

    @Test
    void aFieldWithoutADefaultIsRefusedWithSubjectReleaseAndPlace() {
        String after =
                """
                {"type":"record","name":"Event","fields":[
                  {"name":"id","type":"string"},
                  {"name":"note","type":"string"},
                  {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["UNKNOWN","A"],"default":"UNKNOWN"}}
                ]}\
                """;

        assertThat(problems(after, Compatibility.BACKWARD_TRANSITIVE))
                .containsExactly(
                        "events-value: expected to stay BACKWARD_TRANSITIVE but today's schema"
                                + " cannot read the data of release 0.1:"
                                + " READER_FIELD_MISSING_DEFAULT_VALUE at /fields/1: note");
    }

    @Test
    void aFieldThatGoesIsRefusedOnlyWhereOldReadersNeedIt() {
        String after =
                """
                {"type":"record","name":"Event","fields":[
                  {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["UNKNOWN","A"],"default":"UNKNOWN"}}
                ]}\
                """;

        assertThat(problems(after, Compatibility.BACKWARD_TRANSITIVE)).isEmpty();
        assertThat(problems(after, Compatibility.FULL_TRANSITIVE))
                .singleElement()
                .asString()
                .contains("today's data cannot be read with the schema of release 0.1", "id");
    }

    @Test
    void aTypeThatChangesIsRefused() {
        assertThat(
                        problems(
                                BEFORE.replace(
                                        "\"id\",\"type\":\"string\"", "\"id\",\"type\":\"long\""),
                                Compatibility.BACKWARD_TRANSITIVE))
                .singleElement()
                .asString()
                .contains("TYPE_MISMATCH at /fields/0/type");
    }

    @Test
    void aSubjectThatGoesIsMissed() {
        assertThat(SchemaGate.problems(Map.of(), released()))
                .containsExactly(
                        "events-value: released with 0.1, expected in the catalogue but found"
                                + " none");
    }

    @Test
    void whatIsWrittenAsAReleaseIsReadAgain(@TempDir Path folder) throws IOException {
        ReleasedSchemas written = new ReleasedSchemas(folder);
        written.write("0.10");
        written.write("0.2");

        List<Released> all = written.all();

        assertThat(all.stream().map(Released::release).distinct()).containsExactly("0.2", "0.10");
        assertThat(all)
                .allSatisfy(
                        it ->
                                assertThat(it.schema())
                                        .isEqualTo(
                                                ReleasedSchemas.today()
                                                        .get(it.subject())
                                                        .schema()));
    }

    private static List<String> problems(String after, Compatibility compatibility) {
        Subject today = new Subject(parse(after), compatibility);
        return SchemaGate.problems(Map.of("events-value", today), released());
    }

    private static List<Released> released() {
        return List.of(new Released("0.1", "events-value", parse(BEFORE)));
    }

    private static Schema parse(String text) {
        return new SchemaParser().parse(text).mainSchema();
    }
}
