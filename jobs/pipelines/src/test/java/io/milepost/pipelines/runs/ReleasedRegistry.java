package io.milepost.pipelines.runs;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.registry.RegistryFactory;
import io.milepost.pipelines.milestones.Bench;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The registry of all tests, with the schemas of earlier releases under ids of their own, as a real
 * one keeps them: what waits in a savepoint is in the schema of its writer.
 */
public final class ReleasedRegistry extends MockSchemaRegistryClient {

    /** Operators travel serialized; what they open is the one registry of this process. */
    public static final RegistryFactory OPENS = () -> ReleasedRegistry.INSTANCE;

    private static final ReleasedRegistry INSTANCE = new ReleasedRegistry();

    private static final int IDS_OF_A_RELEASE = 1000;
    private static final int ID_AT = 1;

    private final Map<Integer, ParsedSchema> released = new ConcurrentHashMap<>();

    private ReleasedRegistry() {}

    /** Takes in schemas of a release, by id. */
    static void know(Map<Integer, String> schemas) {
        schemas.forEach((id, text) -> INSTANCE.released.put(id, new AvroSchema(text)));
    }

    /** The same record, its schema under the id that it has in a release, and known there. */
    static InboundRecord as(int release, InboundRecord record) {
        if (record.isHeartbeat()) {
            return record;
        }
        byte[] value = record.value().clone();
        ByteBuffer frame = ByteBuffer.wrap(value);
        int id = release * IDS_OF_A_RELEASE + frame.getInt(ID_AT);
        INSTANCE.released.put(id, today(frame.getInt(ID_AT)));
        frame.putInt(ID_AT, id);
        return new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestampMillis(),
                record.key(),
                value,
                record.headers());
    }

    private static ParsedSchema today(int id) {
        try {
            return Bench.OPENS_REGISTRY.open().getSchemaById(id);
        } catch (IOException | RestClientException e) {
            throw new IllegalStateException("the mock registry knows schema " + id, e);
        }
    }

    /** The schemas of records, by id. */
    static Map<Integer, String> schemas(Iterable<InboundRecord> records) {
        Map<Integer, String> schemas = new TreeMap<>();
        for (InboundRecord record : records) {
            if (!record.isHeartbeat()) {
                int id = ByteBuffer.wrap(record.value()).getInt(ID_AT);
                schemas.put(id, INSTANCE.getSchemaById(id).canonicalString());
            }
        }
        return schemas;
    }

    @Override
    public ParsedSchema getSchemaById(int id) {
        ParsedSchema schema = released.get(id);
        return schema == null ? today(id) : schema;
    }

    @Override
    public int getId(String subject, ParsedSchema schema) throws IOException, RestClientException {
        return Bench.OPENS_REGISTRY.open().getId(subject, schema);
    }
}
