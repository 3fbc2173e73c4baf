package io.milepost.kafka.admin;

import java.util.List;

/**
 * A subject of the registry, and what is there of it.
 *
 * @param subject its name
 * @param schema full name of the catalogue's schema
 * @param state what the registry has of it
 * @param compatibility the rule that is set for it; empty if none is
 * @param differences what differs from the catalogue; empty if nothing does
 */
public record SubjectReport(
        String subject,
        String schema,
        State state,
        String compatibility,
        List<String> differences) {

    /** What a registry can have of a schema. */
    public enum State {
        /** No schema at all under this subject. */
        MISSING,
        /** Earlier versions only; this one would be taken. */
        OUTDATED,
        /** Earlier versions only, and this one would be refused. */
        INCOMPATIBLE,
        /** The schema of the catalogue. */
        REGISTERED
    }

    /** Keeps its own copy. */
    public SubjectReport {
        differences = List.copyOf(differences);
    }
}
