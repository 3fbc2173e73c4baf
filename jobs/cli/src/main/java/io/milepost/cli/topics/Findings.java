package io.milepost.cli.topics;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.cli.options.Brokers;
import io.milepost.cli.terminal.Json;
import io.milepost.cli.terminal.Table;
import io.milepost.kafka.admin.SchemaSetup;
import io.milepost.kafka.admin.SubjectReport;
import io.milepost.kafka.admin.TopicReport;
import io.milepost.kafka.admin.TopicSetup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * The catalogue against what exists.
 *
 * @param topics every topic
 * @param subjects every subject
 */
record Findings(List<TopicReport> topics, List<SubjectReport> subjects) {

    /** Looks at both; changes nothing. */
    static Findings look(Brokers.Connections to) throws IOException {
        String prefix = to.kafka().topicPrefix();
        try (Admin admin = to.kafka().openAdmin();
                SchemaRegistryClient registry = to.registry().open()) {
            return new Findings(
                    new TopicSetup(admin, prefix).describe(),
                    new SchemaSetup(registry, prefix).describe());
        }
    }

    /** Everything that differs from the catalogue. */
    List<String> differences() {
        List<String> all = new ArrayList<>();
        topics.forEach(topic -> all.addAll(topic.differences()));
        subjects.forEach(subject -> all.addAll(subject.differences()));
        return all;
    }

    /** What differs and may have been meant. */
    List<String> notes() {
        return topics.stream().flatMap(topic -> topic.notes().stream()).toList();
    }

    /** What keeps the topics and schemas from being created: what exists is never changed. */
    List<String> obstacles() {
        List<String> all = new ArrayList<>();
        topics.stream().filter(TopicReport::exists).forEach(t -> all.addAll(t.differences()));
        subjects.stream()
                .filter(subject -> subject.state() == SubjectReport.State.INCOMPATIBLE)
                .forEach(subject -> all.addAll(subject.differences()));
        return all;
    }

    /** Two tables, one below the other. */
    List<String> lines() {
        Table table = new Table("TOPIC", "PARTITIONS", "CLEANUP", "RETENTION", "OWNER");
        topics.forEach(
                t ->
                        table.row(
                                t.name(),
                                against(t.topic().partitions(), t.exists(), t.partitions()),
                                against(
                                        t.topic().retention().cleanupPolicy(),
                                        t.exists(),
                                        t.cleanupPolicy()),
                                against(
                                        t.topic().retention().retentionMillis(),
                                        t.exists(),
                                        t.retention()),
                                t.topic().owner()));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        Table schemas = new Table("SUBJECT", "STATE", "COMPATIBILITY");
        subjects.forEach(
                s ->
                        schemas.row(
                                s.subject(),
                                s.state(),
                                s.compatibility().isEmpty() ? "none" : s.compatibility()));
        lines.addAll(schemas.lines());
        return lines;
    }

    private static String against(Object expected, boolean exists, Object found) {
        String wanted = String.valueOf(expected);
        if (!exists) {
            return wanted + " (missing)";
        }
        return wanted.equals(String.valueOf(found)) ? wanted : wanted + " (found " + found + ")";
    }

    /** The same for programs. */
    Json json() {
        return new Json()
                .with("topics", topics.stream().map(t -> topic(t).fields()).toList())
                .with("subjects", subjects.stream().map(s -> subject(s).fields()).toList())
                .with("differences", differences())
                .with("notes", notes());
    }

    private static Json topic(TopicReport report) {
        return new Json()
                .with("name", report.name())
                .with("exists", report.exists())
                .with("partitions", report.topic().partitions())
                .with("foundPartitions", report.partitions())
                .with("cleanupPolicy", report.topic().retention().cleanupPolicy())
                .with("foundCleanupPolicy", report.cleanupPolicy())
                .with("retentionMillis", report.topic().retention().retentionMillis())
                .with("foundRetentionMillis", report.retention());
    }

    private static Json subject(SubjectReport report) {
        return new Json()
                .with("name", report.subject())
                .with("schema", report.schema())
                .with("state", report.state().name())
                .with("compatibility", report.compatibility());
    }
}
