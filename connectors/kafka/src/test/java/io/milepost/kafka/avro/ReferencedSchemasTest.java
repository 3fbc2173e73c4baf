package io.milepost.kafka.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.milepost.events.RejectReason;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ReferencedSchemasTest {

    private static final String UNIT = "{\"type\":\"fixed\",\"name\":\"a.Unit\",\"size\":3}";
    private static final String AMOUNT =
            "{\"type\":\"record\",\"name\":\"a.Amount\",\"fields\":["
                    + "{\"name\":\"unit\",\"type\":\"a.Unit\"}]}";
    private static final String ORDER =
            "{\"type\":\"record\",\"name\":\"a.Order\",\"fields\":["
                    + "{\"name\":\"amount\",\"type\":\"a.Amount\"},"
                    + "{\"name\":\"unit\",\"type\":\"a.Unit\"}]}";

    private static final SchemaReference TO_UNIT = new SchemaReference("a.Unit", "unit", 1);
    private static final SchemaReference TO_AMOUNT = new SchemaReference("a.Amount", "amount", 1);

    private final IOException gaveUp = new IOException("Invalid schema");
    private final StubRegistry registry = new StubRegistry();
    private final ReferencedSchemas schemas = new ReferencedSchemas(registry);

    @Test
    void readsWhatASchemaRefersToAndWhatThatRefersTo() throws Exception {
        registry.has("unit", UNIT, List.of(), Map.of());
        registry.has("amount", AMOUNT, List.of(TO_UNIT), Map.of("a.Unit", UNIT));
        int id =
                registry.has(
                        "order",
                        ORDER,
                        List.of(TO_AMOUNT, TO_UNIT),
                        inOrder("a.Unit", UNIT, "a.Amount", AMOUNT));

        Schema order = schemas.byId(id, gaveUp);

        Schema amount = order.getField("amount").schema();
        assertThat(amount.getField("unit").schema().getFixedSize()).isEqualTo(3);
        assertThat(order.getField("unit").schema()).isEqualTo(amount.getField("unit").schema());
    }

    /** A schema has to be read before the one that refers to it. */
    private static Map<String, String> inOrder(
            String first, String firstSchema, String second, String secondSchema) {
        Map<String, String> schemas = new LinkedHashMap<>();
        schemas.put(first, firstSchema);
        schemas.put(second, secondSchema);
        return schemas;
    }

    @Test
    void namesAReferenceThatTheRegistryLacks() {
        int id = registry.has("amount", AMOUNT, List.of(TO_UNIT), Map.of("a.Unit", UNIT));

        RejectedRecordException reject =
                catchThrowableOfType(RejectedRecordException.class, () -> schemas.byId(id, gaveUp));

        assertThat(reject.reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
        assertThat(reject)
                .hasMessageStartingWith(
                        "schema " + id + " (unit version 1): expected to be in the registry");
    }

    @Test
    void namesASchemaThatIsNoAvroWithoutItsReferences() {
        int id = registry.has("amount", AMOUNT, List.of(), Map.of("a.Unit", UNIT));

        RejectedRecordException reject =
                catchThrowableOfType(RejectedRecordException.class, () -> schemas.byId(id, gaveUp));

        assertThat(reject.reason()).isEqualTo(RejectReason.SCHEMA_MISMATCH);
        assertThat(reject)
                .hasMessageContaining("(amount version 1): expected an Avro schema but found:");
    }

    @Test
    void aRegistryThatKnowsNoUseOfTheSchemaIsNoAnswer() {
        assertThatThrownBy(() -> schemas.byId(99, gaveUp))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessage("schema registry: no answer about schema 99")
                .hasCause(gaveUp);
    }

    @Test
    void aRegistryThatGoesDownOnTheWayIsNoAnswer() {
        int id = registry.has("unit", UNIT, List.of(), Map.of());
        registry.down = gaveUp;

        assertThatThrownBy(() -> schemas.byId(id, gaveUp))
                .isInstanceOf(RegistryUnavailableException.class);
    }
}
