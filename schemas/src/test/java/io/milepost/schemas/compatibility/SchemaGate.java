package io.milepost.schemas.compatibility;

import io.milepost.schemas.Compatibility;
import io.milepost.schemas.compatibility.ReleasedSchemas.Released;
import io.milepost.schemas.compatibility.ReleasedSchemas.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * Holds today's schemas to those of every release before, by the rule of each subject. Judges by
 * Avro's own resolution, as the registry does: a symbol that a reader's enum does not have is read
 * as the enum's default.
 */
final class SchemaGate {

    private SchemaGate() {}

    /** One message for each difference that the rule forbids; empty if all is well. */
    static List<String> problems(Map<String, Subject> today, List<Released> released) {
        List<String> problems = new ArrayList<>();
        for (Released before : released) {
            Subject now = today.get(before.subject());
            if (now == null) {
                problems.add(
                        "%s: released with %s, expected in the catalogue but found none"
                                .formatted(before.subject(), before.release()));
                continue;
            }
            judge(
                    before,
                    now,
                    now.schema(),
                    before.schema(),
                    "today's schema cannot read the data of release",
                    problems);
            if (now.compatibility() == Compatibility.FULL_TRANSITIVE) {
                judge(
                        before,
                        now,
                        before.schema(),
                        now.schema(),
                        "today's data cannot be read with the schema of release",
                        problems);
            }
        }
        return problems;
    }

    private static void judge(
            Released before,
            Subject now,
            Schema reader,
            Schema writer,
            String trouble,
            List<String> problems) {
        for (Incompatibility difference :
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getResult()
                        .getIncompatibilities()) {
            problems.add(
                    "%s: expected to stay %s but %s %s: %s at %s: %s"
                            .formatted(
                                    before.subject(),
                                    now.compatibility(),
                                    trouble,
                                    before.release(),
                                    difference.getType(),
                                    difference.getLocation(),
                                    difference.getMessage()));
        }
    }
}
