package io.milepost.local.views;

import io.milepost.events.Account;
import io.milepost.events.AlertKind;
import io.milepost.events.DeadLetter;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.Heartbeat;
import io.milepost.events.LineMilestone;
import io.milepost.events.LineStage;
import io.milepost.events.LineStatus;
import io.milepost.events.MilestoneChange;
import io.milepost.events.MilestoneName;
import io.milepost.events.OdooCommand;
import io.milepost.events.SlaAlert;
import io.milepost.events.TimeClassifier;
import io.milepost.local.feed.Micros;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * Folds the records of the output topics to what a reader has in the end. Not for several threads.
 */
final class Folding {

    private final Map<String, Map<MilestoneName, Long>> milestones = new HashMap<>();
    private final Map<String, LineStatus> statuses = new HashMap<>();
    private final Map<String, SlaAlert> alerts = new HashMap<>();
    private final Set<CommandView> commands = new HashSet<>();
    private final Map<String, Long> clocks = new HashMap<>();
    private final Map<String, Map<String, Conservation>> accounts = new HashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private final List<String> repeated = new ArrayList<>();
    private long recordsRead;
    private long alertRecords;

    /** A partition whose heartbeats the clock has to wait for. */
    void expect(String place) {
        clocks.put(place, Long.MIN_VALUE);
    }

    void add(String place, SpecificRecord record) {
        recordsRead++;
        if (record instanceof Heartbeat heartbeat) {
            clocks.merge(place, Micros.of(heartbeat.getPromisedAt()), Math::max);
        } else if (record instanceof LineMilestone milestone) {
            add(milestone);
        } else if (record instanceof LineStatus status) {
            statuses.put(status.getLineKey(), status);
        } else if (record instanceof SlaAlert alert) {
            noteRepeat(alert);
            alertRecords += alert.getKind() == AlertKind.SLA_BREACH ? 1 : 0;
            alerts.put(alert.getAlertId(), alert);
        } else if (record instanceof OdooCommand command) {
            noteRepeat(command);
            if (command.getLineKey() != null) {
                commands.add(new CommandView(command.getLineKey(), command.getKind()));
            }
        } else if (record instanceof Account account) {
            accounts.computeIfAbsent(account.getJob(), job -> new HashMap<>())
                    .merge(
                            account.getTopic(),
                            Conservation.NONE.plus(account),
                            (sum, one) -> sum.plus(account));
        } else if (record instanceof DeadLetter letter) {
            deadLetters.add(letter);
        }
    }

    private void add(LineMilestone milestone) {
        if (milestone.getClassifier() != TimeClassifier.ACTUAL) {
            return;
        }
        Map<MilestoneName, Long> reached =
                milestones.computeIfAbsent(
                        milestone.getLineKey(), key -> new EnumMap<>(MilestoneName.class));
        if (milestone.getChange() == MilestoneChange.WITHDRAWN) {
            reached.remove(milestone.getMilestone());
        } else {
            reached.put(milestone.getMilestone(), Micros.of(milestone.getOccurredAt()));
        }
    }

    /**
     * A step of an episode says something else than the step before it, or it was written twice.
     * The episode may come back as it once was: the bill that ended it is taken back, or the
     * receipt that started its clock is reversed and counts again.
     */
    private void noteRepeat(SlaAlert alert) {
        if (alert.equals(alerts.get(alert.getAlertId()))) {
            repeated.add(alert.toString());
        }
    }

    /** No command is given twice. */
    private void noteRepeat(OdooCommand command) {
        String record = command.toString();
        if (!given.add(record)) {
            repeated.add(record);
        }
    }

    List<String> repeated() {
        return List.copyOf(repeated);
    }

    long alertRecords() {
        return alertRecords;
    }

    long clock() {
        return clocks.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
    }

    Map<String, Long> clocks() {
        return new TreeMap<>(clocks);
    }

    Map<String, Map<MilestoneName, Long>> milestones() {
        Map<String, Map<MilestoneName, Long>> copy = new TreeMap<>();
        milestones.forEach((line, reached) -> copy.put(line, Map.copyOf(reached)));
        return copy;
    }

    /** The episodes of a kind that exist. */
    Map<String, AlertView> episodes(AlertKind kind) {
        Map<String, AlertView> views = new TreeMap<>();
        for (SlaAlert alert : alerts.values()) {
            if (exists(alert, kind)) {
                views.put(alert.getAlertId(), AlertView.of(alert));
            }
        }
        return views;
    }

    List<SlaAlert> feedAlerts() {
        return alerts.values().stream().filter(a -> a.getKind() == AlertKind.FEED_SILENT).toList();
    }

    Map<String, LineStatus> statuses() {
        return new TreeMap<>(statuses);
    }

    /** What Odoo was asked for at some time. */
    Set<CommandView> asked() {
        return Set.copyOf(commands);
    }

    /** What Odoo should have been asked for, by all that is known in the end. */
    Set<CommandView> wanted() {
        Set<CommandView> wanted = new HashSet<>();
        for (LineStatus status : statuses.values()) {
            status.getWanted()
                    .forEach(kind -> wanted.add(new CommandView(status.getLineKey(), kind)));
        }
        return wanted;
    }

    /** Of the jobs that are asked for. */
    Map<String, Conservation> accounts(Predicate<String> jobs) {
        Map<String, Conservation> byTopic = new TreeMap<>();
        accounts.forEach(
                (job, topics) -> {
                    if (jobs.test(job)) {
                        topics.forEach(
                                (topic, account) ->
                                        byTopic.merge(topic, account, Conservation::plus));
                    }
                });
        return byTopic;
    }

    List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }

    ViewCounts counts() {
        Map<MilestoneName, Long> furthest = new EnumMap<>(MilestoneName.class);
        long closed = 0;
        for (LineStatus status : statuses.values()) {
            furthest.merge(status.getMilestone(), 1L, Long::sum);
            closed += status.getStage() == LineStage.OPEN ? 0 : 1;
        }
        Map<EpisodeStatus, Long> episodes = new EnumMap<>(EpisodeStatus.class);
        Set<String> alerted = new HashSet<>();
        for (SlaAlert alert : alerts.values()) {
            if (exists(alert, AlertKind.SLA_BREACH)) {
                episodes.merge(alert.getStatus(), 1L, Long::sum);
                alerted.add(alert.getLineKey());
            }
        }
        return new ViewCounts(
                statuses.size(),
                furthest,
                milestones.values().stream().mapToLong(Map::size).sum(),
                episodes.values().stream().mapToLong(Long::longValue).sum(),
                episodes.getOrDefault(EpisodeStatus.OPEN, 0L),
                episodes.getOrDefault(EpisodeStatus.CLEARED, 0L),
                episodes.getOrDefault(EpisodeStatus.RETRACTED, 0L),
                statuses.values().stream().mapToLong(s -> s.getWanted().size()).sum(),
                deadLetters.size(),
                milestones.values().stream()
                        .filter(m -> m.containsKey(MilestoneName.RECEIVED))
                        .count(),
                statuses.keySet().stream().filter(line -> !alerted.contains(line)).count(),
                closed,
                feedAlerts().stream().filter(a -> a.getStatus() == EpisodeStatus.OPEN).count(),
                alerts.values().stream().filter(a -> exists(a, AlertKind.SLA_WARNING)).count(),
                clock(),
                recordsRead);
    }

    /** A withdrawn episode never was one; a silent feed is none of a line. */
    private static boolean exists(SlaAlert alert, AlertKind kind) {
        return alert.getKind() == kind && alert.getStatus() != EpisodeStatus.WITHDRAWN;
    }
}
