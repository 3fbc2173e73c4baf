package io.milepost.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.milepost.kafka.admin.SubjectReport.State;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectLookTest {

    private static final String SUBJECT = Catalogue.BILLS.subject("p.");

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final SchemaSetup setup = new SchemaSetup(registry, "p.");

    @Test
    void anEmptyRegistryLacksEverySchema() throws Exception {
        List<SubjectReport> reports = setup.describe();

        assertThat(reports)
                .hasSize(Catalogue.all().size() + 1)
                .allSatisfy(report -> assertThat(report.state()).isEqualTo(State.MISSING));
        assertThat(report(reports).differences())
                .contains(
                        "subject p.odoo.bills-value: expected the schema of"
                                + " io.milepost.events.OdooBill but found it MISSING");
    }

    @Test
    void afterTheSetUpNothingDiffers() throws Exception {
        setup.register();

        assertThat(setup.describe())
                .allSatisfy(
                        report -> {
                            assertThat(report.state()).isEqualTo(State.REGISTERED);
                            assertThat(report.differences()).isEmpty();
                        });
    }

    @Test
    void anotherRuleIsNamed() throws Exception {
        setup.register();
        registry.updateCompatibility(SUBJECT, "NONE");

        assertThat(report(setup.describe()).differences())
                .containsExactly(
                        "subject p.odoo.bills-value.compatibility: expected BACKWARD_TRANSITIVE"
                                + " but found NONE");
    }

    @Test
    void aSchemaThatTheRuleForbidsIsIncompatible() throws Exception {
        Topic<?> other = Catalogue.POLICIES;
        registry.register(SUBJECT, new AvroSchema(other.schema()));
        registry.updateCompatibility(SUBJECT, "BACKWARD_TRANSITIVE");

        assertThat(report(setup.describe()).state()).isEqualTo(State.INCOMPATIBLE);
    }

    private static SubjectReport report(List<SubjectReport> reports) {
        return reports.stream().filter(r -> r.subject().equals(SUBJECT)).findFirst().orElseThrow();
    }
}
