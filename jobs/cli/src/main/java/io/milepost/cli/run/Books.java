package io.milepost.cli.run;

import io.milepost.kafka.KafkaConnection;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.views.Conservation;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Checks that every record that was sent is accounted for: none is lost, none counts twice. */
public final class Books {

    private static final String POLICIES = Catalogue.POLICIES.name();
    private static final String COMMANDS = Catalogue.COMMANDS.name();
    private static final Duration RULES_DEADLINE = Duration.ofMinutes(1);

    private Books() {}

    /**
     * The accounts of every topic that is read, by its plain name, in the catalogue's order.
     *
     * @param more topics that are read besides those of the milestones job
     */
    static Map<String, Conservation> byPlainName(
            KafkaConnection kafka, Map<String, Conservation> accounts, List<Topic<?>> more) {
        Map<String, Conservation> byName = new LinkedHashMap<>();
        Stream.of(FactTopics.ALL, List.of(Catalogue.POLICIES), more)
                .flatMap(List::stream)
                .forEach(
                        topic ->
                                byName.put(
                                        topic.name(),
                                        accounts.getOrDefault(
                                                kafka.topic(topic), Conservation.NONE)));
        return byName;
    }

    /**
     * Waits until the rules are in the books; they do not hold the clock that the rest waits for.
     *
     * @param rules how many were published
     */
    static void awaitRules(EmbeddedRun run, long rules) throws InterruptedException {
        String topic = run.kafka().topic(Catalogue.POLICIES);
        run.views()
                .awaitCondition(
                        "the rules to be in the books",
                        RULES_DEADLINE,
                        () -> in(run.views().accounts().get(topic)) >= rules);
    }

    /** Waits until the commands for Odoo are in the books of the job that applies them. */
    static void awaitCommands(EmbeddedRun run, long commands) throws InterruptedException {
        String topic = run.kafka().topic(Catalogue.COMMANDS);
        run.views()
                .awaitCondition(
                        "the commands to be in the books",
                        RULES_DEADLINE,
                        () -> in(run.views().accounts().get(topic)) >= commands);
    }

    /** Lines of text with everything that does not add up; empty if all does. */
    public static String differences(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        outcome.conservation()
                .forEach(
                        (topic, account) -> {
                            if (!account.holds()) {
                                lines.add(line(topic, account.accountedFor(), account.recordsIn()));
                            }
                        });
        long rules = in(outcome.conservation().get(POLICIES));
        if (rules != outcome.rules()) {
            lines.add(line(POLICIES + ", of the rules published", outcome.rules(), rules));
        }
        long commands = in(outcome.conservation().get(COMMANDS));
        long facts = sum(outcome, Conservation::recordsIn) - rules - commands;
        if (facts != outcome.report().events()) {
            lines.add(
                    line(
                            "all other topics, of the records sent",
                            outcome.report().events(),
                            facts));
        }
        long rejected = sum(outcome, Conservation::deadLettered);
        if (rejected != outcome.counts().deadLetters()) {
            lines.add(
                    "  dead letters: expected the %d that the books say but found %d"
                            .formatted(rejected, outcome.counts().deadLetters()));
        }
        if (!lines.isEmpty()) {
            lines.add(0, "The books do not balance: records were lost or counted twice.");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(String what, long expected, long found) {
        return "  %s: expected %d records in but found %d".formatted(what, expected, found);
    }

    private static long in(Conservation account) {
        return account == null ? 0 : account.recordsIn();
    }

    private static long sum(Outcome outcome, ToLongFunction<Conservation> of) {
        return outcome.conservation().values().stream().mapToLong(of).sum();
    }
}
