package io.milepost.kafka.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.events.Heartbeat;
import io.milepost.events.RejectReason;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final byte[] UNKNOWN_ID = {0, 0, 0, 4, 1};

    private final StubRegistry registry = new StubRegistry();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final AvroDecoder decoder =
            new AvroDecoder(registry, Set.of(Heartbeat.class), nanos::get);

    @Test
    void anUnknownIdIsAskedForOnceInAWhileAndRejectedEachTime() {
        registry.refusal = new RestClientException("Schema 1025 not found", 404, 40403);

        for (int i = 0; i < 100; i++) {
            RejectedRecordException reject = reject();
            assertThat(reject.reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
            assertThat(reject.schemaId()).isEqualTo(1025);
            assertThat(reject)
                    .hasMessageStartingWith(
                            "schema 1025: expected to be in the registry but found: Schema 1025"
                                    + " not found");
        }

        assertThat(registry.questions).isEqualTo(1);
    }

    @Test
    void anIdThatWasRegisteredMeanwhileIsFoundWhenTheRefusalNoLongerHolds() throws Exception {
        registry.refusal = new RestClientException("Schema not found", 404, 40403);
        assertThat(reject()).isNotNull();
        registry.refusal = null;
        registry.register(
                "heartbeats",
                new io.confluent.kafka.schemaregistry.avro.AvroSchema(Heartbeat.getClassSchema()),
                1,
                1025);

        nanos.addAndGet(Refusals.HOLDS.toNanos() - 1);
        assertThat(reject().reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA);

        nanos.addAndGet(1);
        assertThat(reject().reason())
                .as("the id is known now; these bytes are still no heartbeat")
                .isEqualTo(RejectReason.UNDECODABLE);
    }

    @Test
    void refusalsOfAnyNumberOfIdsAreBounded() throws Exception {
        Refusals refusals = new Refusals(nanos::get);
        RejectedRecordException reject =
                new RejectedRecordException(RejectReason.UNKNOWN_SCHEMA, "schema", 1);
        for (int id = 0; id <= 1_000; id++) {
            refusals.remember(id, reject);
        }

        refusals.check(0);
        assertThat(catchThrowableOfType(RejectedRecordException.class, () -> refusals.check(1_000)))
                .isNotNull();
    }

    private RejectedRecordException reject() {
        return catchThrowableOfType(
                RejectedRecordException.class, () -> decoder.decode(UNKNOWN_ID));
    }
}
