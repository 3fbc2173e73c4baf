package io.milepost.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaSetupTest {

    private final Registry registry = new Registry();
    private final SchemaSetup setup = new SchemaSetup(registry, "p.");

    @Test
    void everySchemaIsRegisteredUnderItsTopicAndTheHeartbeatsUnderItsName() throws Exception {
        Map<String, Integer> ids = setup.register();

        assertThat(ids).hasSize(Catalogue.all().size() + 1);
        for (Topic<?> topic : Catalogue.all()) {
            int id = ids.get("p." + topic.name() + "-value");
            assertThat(registry.getSchemaById(id).rawSchema()).isEqualTo(topic.schema());
        }
        assertThat(registry.getSchemaById(ids.get("io.milepost.events.Heartbeat")).rawSchema())
                .isEqualTo(Catalogue.heartbeatSchema());
    }

    @Test
    void everySubjectMayOnlyChangeAsItsTopicSays() throws Exception {
        setup.register();

        for (Topic<?> topic : Catalogue.all()) {
            assertThat(registry.getCompatibility(topic.subject("p.")))
                    .isEqualTo(topic.compatibility().name());
        }
        assertThat(registry.getCompatibility(Catalogue.HEARTBEAT_SUBJECT))
                .isEqualTo("BACKWARD_TRANSITIVE");
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        assertThat(setup.register()).isEqualTo(setup.register());
    }

    @Test
    void aNewVersionIsJudgedByTheRuleAndAFirstOneNeedsNone() throws Exception {
        setup.register();
        assertThat(registry.steps.subList(0, 2))
                .containsExactly(
                        "register p.odoo.order-lines-value", "rule p.odoo.order-lines-value");
        registry.steps.clear();

        setup.register();
        assertThat(registry.steps.subList(0, 2))
                .containsExactly(
                        "rule p.odoo.order-lines-value", "register p.odoo.order-lines-value");
    }

    @Test
    void anIncompatibleSchemaIsNamedWithItsSubjectAndRule() {
        registry.refusal = new RestClientException("incompatible with an earlier schema", 409, 409);

        assertThatThrownBy(setup::register)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "subject p.odoo.order-lines-value: expected to take the schema of"
                                + " io.milepost.events.OdooOrderLine under BACKWARD_TRANSITIVE but"
                                + " found: incompatible with an earlier schema");
    }

    @Test
    void aRegistryInTroubleIsNotAnIncompatibleSchema() {
        registry.refusal = new RestClientException("timeout", 503, 50003);

        assertThatThrownBy(setup::register).isInstanceOf(IOException.class);
    }

    private static final class Registry extends MockSchemaRegistryClient {

        private final List<String> steps = new ArrayList<>();
        private RestClientException refusal;

        @Override
        public int register(String subject, ParsedSchema schema)
                throws IOException, RestClientException {
            steps.add("register " + subject);
            if (refusal != null) {
                throw refusal;
            }
            return super.register(subject, schema);
        }

        @Override
        public Config updateConfig(String subject, Config config)
                throws IOException, RestClientException {
            steps.add("rule " + subject);
            return super.updateConfig(subject, config);
        }
    }
}
