package io.milepost.kafka.avro;

import io.milepost.events.RejectReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which reader belongs to which writer schema id. The verdict on a schema is the same for all of
 * its records: one that cannot be resolved is refused whole, rather than record by record.
 */
final class Readers {

    /** Differences that a message names; a schema that is another altogether has hundreds. */
    private static final int DIFFERENCES_SHOWN = 3;

    private final WriterSchemas schemas;
    private final Map<String, Class<? extends SpecificRecord>> expected = new TreeMap<>();
    private final Map<Integer, Reader> readers = new HashMap<>();
    private final Refusals refusals;

    Readers(
            WriterSchemas schemas,
            Set<Class<? extends SpecificRecord>> expected,
            LongSupplier nanoClock) {
        this.schemas = schemas;
        for (Class<? extends SpecificRecord> type : expected) {
            this.expected.put(SpecificData.get().getSchema(type).getFullName(), type);
        }
        this.refusals = new Refusals(nanoClock);
    }

    Reader forWriter(int id) throws RejectedRecordException, RegistryUnavailableException {
        Reader reader = readers.get(id);
        if (reader != null) {
            return reader;
        }
        refusals.check(id);
        try {
            reader = make(id, schemas.byId(id));
        } catch (RejectedRecordException e) {
            refusals.remember(id, e);
            throw e;
        }
        readers.put(id, reader);
        return reader;
    }

    private Reader make(int id, Schema writer) throws RejectedRecordException {
        Class<? extends SpecificRecord> type = expected.get(writer.getFullName());
        if (type == null) {
            throw mismatch(
                    id,
                    "expected one of " + expected.keySet() + " but found " + writer.getFullName());
        }
        SchemaPairCompatibility pair =
                SchemaCompatibility.checkReaderWriterCompatibility(
                        SpecificData.get().getSchema(type), writer);
        if (pair.getResult().getCompatibility()
                == SchemaCompatibility.SchemaCompatibilityType.INCOMPATIBLE) {
            throw mismatch(
                    id,
                    "expected a schema that "
                            + writer.getFullName()
                            + " of this release can read but found "
                            + differences(pair.getResult()));
        }
        return new Reader(writer, type);
    }

    private static List<String> differences(SchemaCompatibilityResult result) {
        return result.getIncompatibilities().stream()
                .limit(DIFFERENCES_SHOWN)
                .map(i -> i.getType() + " at " + i.getLocation() + ": " + i.getMessage())
                .collect(Collectors.toList());
    }

    private static RejectedRecordException mismatch(int id, String complaint) {
        return new RejectedRecordException(
                RejectReason.SCHEMA_MISMATCH, "schema " + id + ": " + complaint, id);
    }
}
