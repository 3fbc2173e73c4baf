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
import java.util.Set;

/**
 * What went to and fro between partners and us, and what became of it in the jobs in between.
 *
 * @param figures what went to and fro
 * @param conservation what became of the records of each topic that these jobs read, by its plain
 *     name
 */
public record PartnerBooks(PartnerFigures figures, Map<String, Conservation> conservation) {

    /** The jobs between partners and us. */
    static final Set<String> JOBS = Set.of(PartnerIntakeJob.NAME, PartnerDeliveryJob.NAME);

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
        String inbound = run.kafka().topic(Catalogue.PARTNER_INBOUND);
        run.views()
                .awaitCondition(
                        "what partners sent to be in the books",
                        DEADLINE,
                        () -> in(accounts(run).get(inbound)) >= figures.pieces());
        Map<String, Conservation> byName = new LinkedHashMap<>();
        int prefix = run.kafka().topicPrefix().length();
        accounts(run).forEach((topic, account) -> byName.put(topic.substring(prefix), account));
        return Optional.of(new PartnerBooks(figures, byName));
    }

    private static Map<String, Conservation> accounts(EmbeddedRun run) {
        return run.views().accounts(JOBS::contains);
    }

    private static long in(Conservation account) {
        return account == null ? 0 : account.recordsIn();
    }

    /** Records that the jobs rejected. */
    long deadLetters() {
        return conservation.values().stream().mapToLong(Conservation::deadLettered).sum();
    }

    /** Lines of text with everything that does not add up. */
    List<String> differences() {
        List<String> lines = new ArrayList<>();
        conservation.forEach(
                (topic, account) -> {
                    if (!account.holds()) {
                        lines.add(
                                "  %s: expected %d records in but found %d"
                                        .formatted(
                                                topic,
                                                account.accountedFor(),
                                                account.recordsIn()));
                    }
                });
        long in = in(conservation.get(INBOUND));
        if (in != figures.pieces()) {
            lines.add(
                    "  %s: expected the %d records that were written but found %d"
                            .formatted(INBOUND, figures.pieces(), in));
        }
        return lines;
    }

    /** All of it as numbers. */
    public JsonLine json() {
        JsonLine sent = new JsonLine();
        figures.sent().forEach(sent::with);
        return new JsonLine()
                .with("messages", sent)
                .with("repeated", figures.repeated())
                .with("said", figures.said())
                .with("mapped", figures.mapped())
                .with("deadLetters", deadLetters())
                .with("ordersSent", figures.ordersSent())
                .with("changesSent", figures.changesSent())
                .with("ordersAcknowledged", figures.ordersAcknowledged())
                .with("conservation", Outcome.json(conservation));
    }
}
