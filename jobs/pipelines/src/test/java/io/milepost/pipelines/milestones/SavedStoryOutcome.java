package io.milepost.pipelines.milestones;

import io.milepost.events.Account;
import io.milepost.events.DeadLetter;
import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.SlaAlert;
import io.milepost.events.TimeClassifier;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.pipelines.runs.Release;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the job tells after the savepoint of {@link SavedStory}, each thing as often as it was told.
 *
 * @param milestones actual ones
 * @param statuses the last one of each line
 * @param alerts all of them
 * @param letters dead letters
 * @param books what became of the records of each topic, over all stages
 */
record SavedStoryOutcome(
        List<String> milestones,
        Map<String, String> statuses,
        List<String> alerts,
        List<String> letters,
        Map<String, String> books) {

    /** What it has to be, whatever the parallelism and whichever feed is quicker. */
    private static final SavedStoryOutcome ALWAYS =
            new SavedStoryOutcome(
                    List.of(
                            // A carrier's word under a reference that was bound before.
                            "42/4201 IN_TRANSIT REACHED 2026-02-27T00:00:00Z",
                            // What was said of the whole order holds for its new line.
                            "42/4202 ACKNOWLEDGED REACHED 2026-02-02T00:00:00Z",
                            // The reference is bound now under which a carrier had spoken.
                            "42/4202 IN_TRANSIT REACHED 2026-02-11T00:00:00Z",
                            "42/4202 ORDERED REACHED 2026-01-31T00:00:00Z",
                            "42/4202 SHIPPED REACHED 2026-02-10T00:00:00Z",
                            "43/4301 ORDERED REACHED 2026-01-31T00:00:00Z",
                            // Waited at its line for the order.
                            "43/4301 RECEIVED REACHED 2026-02-15T00:00:00Z",
                            // Waited for the clock, lest its item was on another line, too.
                            "45/4502 ACKNOWLEDGED REACHED 2026-02-28T00:00:00Z",
                            // Waited at its order for the line.
                            "50/4501 ACKNOWLEDGED REACHED 2026-02-17T00:00:00Z",
                            "50/4501 ORDERED REACHED 2026-01-31T00:00:00Z"),
                    Map.of(
                            "42/4201", "IN_TRANSIT, received 0.000000 by 0, 1 alerts",
                            "42/4202", "IN_TRANSIT, received 0.000000 by 0, 1 alerts",
                            "43/4301", "RECEIVED, received 10.000000 by 1, 0 alerts",
                            "45/4502", "ACKNOWLEDGED, received 0.000000 by 0, 1 alerts",
                            // One posting came again, and one that was known before all others.
                            "46/4601", "ORDERED, received 1.050000 by 21, 1 alerts",
                            "50/4501", "ACKNOWLEDGED, received 0.000000 by 0, 1 alerts"),
                    List.of(
                            "42/4201 SLA_BREACH OPEN 2026-03-02T00:00:00Z",
                            "42/4202 SLA_BREACH OPEN 2026-03-02T00:00:00Z",
                            "45/4502 SLA_BREACH OPEN 2026-03-02T00:00:00Z",
                            "46/4601 SLA_BREACH OPEN 2026-03-02T00:00:00Z",
                            "50/4501 SLA_BREACH OPEN 2026-03-02T00:00:00Z"),
                    List.of(
                            "lines UNMATCHED odoo.receipts",
                            "orders UNMATCHED supplier.events",
                            "shipments UNMATCHED carrier.events"),
                    Map.of(
                            // In, effective, duplicate, without effect, waiting, dead-lettered.
                            "carrier.events", "1 = 2 + 0 + 0 - 2 + 1",
                            "odoo.order-lines", "4 = 3 + 1 + 0 - 0 + 0",
                            "odoo.receipts", "2 = 2 + 1 + 0 - 2 + 1",
                            "sla.policies", "1 = 0 + 1 + 0 - 0 + 0",
                            "supplier.events", "2 = 4 + 0 + 0 - 3 + 1"));

    /** The first release whose statuses say what Odoo answered. */
    private static final int ANSWERS = 3;

    /** What it has to be after the savepoint of a release. */
    static SavedStoryOutcome after(Release release) {
        SavedStoryOutcome story = release.number() < SavedStory.LINKS ? ALWAYS : ALWAYS.withLinks();
        if (release.number() >= SavedStory.NUMBERS) {
            story = story.withNumbers();
        }
        if (release.number() >= SavedStory.PARTS) {
            story = story.withParts();
        }
        return release.number() < ANSWERS ? story.withStatusesToldAgain() : story;
    }

    /**
     * The first release compared statuses in another way, and the second said in them nothing of
     * what Odoo answered: each is told once more.
     */
    private SavedStoryOutcome withStatusesToldAgain() {
        Map<String, String> newStatuses = new TreeMap<>(statuses);
        newStatuses.put("47/4701", "CANCELLED, received 0.000000 by 0, 0 alerts");
        return new SavedStoryOutcome(milestones, newStatuses, alerts, letters, books);
    }

    private SavedStoryOutcome withLinks() {
        Map<String, String> newStatuses = new TreeMap<>(statuses);
        newStatuses.put("45/4502", "ARRIVED, received 0.000000 by 0, 1 alerts");
        Map<String, String> newBooks = new TreeMap<>(books);
        newBooks.put("carrier.events", "2 = 3 + 0 + 0 - 2 + 1");
        newBooks.put("supplier.events", "3 = 5 + 0 + 0 - 3 + 1");
        List<String> linked =
                List.of(
                        // Under a reference that a carrier named with a bound one.
                        "45/4502 ARRIVED REACHED 2026-02-27T00:00:00Z",
                        // The ship notice was taken back, and the carrier's word with it.
                        "46/4601 IN_TRANSIT WITHDRAWN 2026-02-13T00:00:00Z",
                        "46/4601 SHIPPED WITHDRAWN 2026-02-11T00:00:00Z");
        return new SavedStoryOutcome(
                Stream.concat(milestones.stream(), linked.stream()).sorted().toList(),
                newStatuses,
                alerts,
                letters,
                newBooks);
    }

    /** The order that was sent is known, and its line answered by the number. */
    private SavedStoryOutcome withNumbers() {
        Map<String, String> newStatuses = new TreeMap<>(statuses);
        newStatuses.put("49/4901", "ACKNOWLEDGED, received 0.000000 by 0, 1 alerts");
        Map<String, String> newBooks = new TreeMap<>(books);
        newBooks.put("odoo.order-lines", "5 = 4 + 1 + 0 - 0 + 0");
        newBooks.put("supplier.events", "4 = 7 + 0 + 0 - 4 + 1");
        return new SavedStoryOutcome(
                with(
                        milestones,
                        "49/4901 ACKNOWLEDGED REACHED 2026-02-27T00:00:00Z",
                        "49/4901 ORDERED REACHED 2026-01-31T00:00:00Z",
                        "49/4901 SENT REACHED 2026-02-05T00:00:00Z"),
                newStatuses,
                with(alerts, "49/4901 SLA_BREACH OPEN 2026-03-02T00:00:00Z"),
                letters,
                newBooks);
    }

    /**
     * Ten more are shipped of a line and both of its parts, one of which was not known before. They
     * are under way; two of the line were already.
     */
    private SavedStoryOutcome withParts() {
        Map<String, String> newStatuses = new TreeMap<>(statuses);
        for (String line : List.of("48/4801", "48/4802", "48/4803")) {
            newStatuses.put(line, "IN_TRANSIT, received 0.000000 by 0, 1 alerts");
        }
        Map<String, String> newBooks = new TreeMap<>(books);
        newBooks.put("carrier.events", "3 = 4 + 0 + 0 - 2 + 1");
        newBooks.put("odoo.order-lines", "8 = 7 + 1 + 0 - 0 + 0");
        newBooks.put("supplier.events", "5 = 8 + 0 + 0 - 4 + 1");
        return new SavedStoryOutcome(
                with(
                        milestones,
                        "48/4802 IN_TRANSIT REACHED 2026-02-28T00:00:00Z",
                        "48/4802 SHIPPED REACHED 2026-02-27T00:00:00Z",
                        "48/4803 ACKNOWLEDGED REACHED 2026-02-17T00:00:00Z",
                        "48/4803 IN_TRANSIT REACHED 2026-02-28T00:00:00Z",
                        "48/4803 ORDERED REACHED 2026-01-31T00:00:00Z",
                        "48/4803 SHIPPED REACHED 2026-02-27T00:00:00Z"),
                newStatuses,
                with(
                        alerts,
                        "48/4801 SLA_BREACH OPEN 2026-03-02T00:00:00Z",
                        "48/4802 SLA_BREACH OPEN 2026-03-02T00:00:00Z",
                        "48/4803 SLA_BREACH OPEN 2026-03-02T00:00:00Z"),
                letters,
                newBooks);
    }

    private static List<String> with(List<String> told, String... more) {
        return Stream.concat(told.stream(), Stream.of(more)).sorted().toList();
    }

    static SavedStoryOutcome of(List<OutboundRecord> written) {
        return new SavedStoryOutcome(
                Bench.values(LineMilestone.class, written).stream()
                        .filter(m -> m.getClassifier() == TimeClassifier.ACTUAL)
                        .map(SavedStoryOutcome::words)
                        .sorted()
                        .toList(),
                statuses(Bench.values(LineStatus.class, written)),
                Bench.values(SlaAlert.class, written).stream()
                        .map(SavedStoryOutcome::words)
                        .sorted()
                        .toList(),
                Bench.values(DeadLetter.class, written).stream()
                        .map(l -> l.getStage() + ' ' + l.getReason() + ' ' + l.getTopic())
                        .sorted()
                        .toList(),
                books(Bench.values(Account.class, written)));
    }

    private static String words(LineMilestone milestone) {
        return line(milestone.getLineKey())
                + ' '
                + milestone.getMilestone()
                + ' '
                + milestone.getChange()
                + ' '
                + milestone.getOccurredAt();
    }

    private static String words(SlaAlert alert) {
        return line(alert.getLineKey())
                + ' '
                + alert.getKind()
                + ' '
                + alert.getStatus()
                + ' '
                + alert.getOpenedAt();
    }

    private static Map<String, String> statuses(List<LineStatus> all) {
        Map<String, String> statuses = new TreeMap<>();
        for (LineStatus status : all) {
            statuses.put(
                    line(status.getLineKey()),
                    status.getMilestone()
                            + ", received "
                            + status.getReceived()
                            + " by "
                            + status.getReceipts()
                            + ", "
                            + status.getOpenAlerts()
                            + " alerts");
        }
        return statuses;
    }

    private static Map<String, String> books(List<Account> accounts) {
        Map<String, long[]> sums = new TreeMap<>();
        for (Account account : accounts) {
            long[] sum = sums.computeIfAbsent(account.getTopic(), topic -> new long[6]);
            sum[0] += account.getRecordsIn();
            sum[1] += account.getEffective();
            sum[2] += account.getDuplicate();
            sum[3] += account.getWithoutEffect();
            sum[4] -= account.getWaiting();
            sum[5] += account.getDeadLettered();
        }
        Map<String, String> books = new TreeMap<>();
        sums.forEach(
                (topic, s) ->
                        books.put(
                                topic,
                                "%d = %d + %d + %d - %d + %d"
                                        .formatted(s[0], s[1], s[2], s[3], s[4], s[5])));
        return books;
    }

    /** Order and line; there is one instance and company. */
    private static String line(String key) {
        return key.substring("main/1/".length());
    }
}
