package io.milepost.cli.run;

import io.milepost.local.partners.PartnerFigures;
import io.milepost.local.run.EmbeddedRun;
import io.milepost.local.views.Conservation;
import io.milepost.pipelines.delivery.PartnerDeliveryJob;
import io.milepost.pipelines.partners.PartnerIntakeJob;
import io.milepost.schemas.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What went to and fro between partners and us, and what became of it in the jobs in between.
 *
 * @param figures what went to and fro
 * @param conservation what became of the records that these jobs read, by job and plain name of the
 *     topic; both read what comes in
 */
public record PartnerBooks(
        PartnerFigures figures, Map<String, Map<String, Conservation>> conservation) {

    /** The jobs between partners and us. */
    static final List<String> JOBS = List.of(PartnerIntakeJob.NAME, PartnerDeliveryJob.NAME);

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final String INBOUND = Catalogue.PARTNER_INBOUND.name();

    /** Keeps its own copy, in the same order. */
    public PartnerBooks {
        conservation = Collections.unmodifiableMap(new LinkedHashMap<>(conservation));
    }

    /**
     * Waits until everything that came in is in the books.
     *
     * @param figures {@code null} where partners do not speak formats
     */
    static Optional<PartnerBooks> of(EmbeddedRun run, PartnerFigures figures)
            throws InterruptedException {
        if (figures == null) {
            return Optional.empty();
        }
        Map<String, Map<String, Conservation>> byJob = new LinkedHashMap<>();
        for (String job : JOBS) {
            run.views()
                    .awaitCondition(
                            "what partners sent to be in the books of " + job,
                            DEADLINE,
                            () -> in(accounts(run, job)) >= figures.pieces());
            byJob.put(job, accounts(run, job));
        }
        return Optional.of(new PartnerBooks(figures, byJob));
    }

    private static Map<String, Conservation> accounts(EmbeddedRun run, String job) {
        int prefix = run.kafka().topicPrefix().length();
        Map<String, Conservation> byName = new LinkedHashMap<>();
        run.views()
                .accounts(job::equals)
                .forEach((topic, account) -> byName.put(topic.substring(prefix), account));
        return byName;
    }

    private static long in(Map<String, Conservation> accounts) {
        Conservation account = accounts.get(INBOUND);
        return account == null ? 0 : account.recordsIn();
    }

    /** Records that the jobs rejected. */
    long deadLetters() {
        return conservation.values().stream()
                .flatMap(accounts -> accounts.values().stream())
                .mapToLong(Conservation::deadLettered)
                .sum();
    }

    /** Lines of text with everything that does not add up. */
    List<String> differences() {
        List<String> lines = new ArrayList<>();
        conservation.forEach((job, accounts) -> differences(job, accounts, lines));
        return lines;
    }

    private void differences(String job, Map<String, Conservation> accounts, List<String> lines) {
        accounts.forEach(
                (topic, account) -> {
                    if (!account.holds()) {
                        lines.add(
                                "  %s, %s: expected %d records in but found %d"
                                        .formatted(
                                                job,
                                                topic,
                                                account.accountedFor(),
                                                account.recordsIn()));
                    }
                });
        if (in(accounts) != figures.pieces()) {
            lines.add(
                    "  %s, %s: expected the %d records that were written but found %d"
                            .formatted(job, INBOUND, figures.pieces(), in(accounts)));
        }
    }

    /** All of it as numbers. */
    public JsonLine json() {
        JsonLine sent = new JsonLine();
        figures.sent().forEach(sent::with);
        JsonLine books = new JsonLine();
        conservation.forEach((job, accounts) -> books.with(job, Outcome.json(accounts)));
        return new JsonLine()
                .with("messages", sent)
                .with("repeated", figures.repeated())
                .with("said", figures.said())
                .with("mapped", figures.mapped())
                .with("deadLetters", deadLetters())
                .with("ordersSent", figures.ordersSent())
                .with("changesSent", figures.changesSent())
                .with("ordersAcknowledged", figures.ordersAcknowledged())
                .with("conservation", books);
    }
}
