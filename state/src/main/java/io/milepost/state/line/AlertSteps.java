package io.milepost.state.line;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import io.milepost.events.Severity;
import io.milepost.events.SlaAlert;
import io.milepost.state.LineKey;
import io.milepost.state.StableId;
import io.milepost.state.Times;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.sla.Episode;
import java.util.ArrayList;
import java.util.List;

/** The alert records that take readers from the episodes they know to the ones that hold now. */
final class AlertSteps {

    private final LineKey key;
    private final OrderFact order;

    AlertSteps(LineKey key, OrderFact order) {
        this.key = key;
        this.order = order;
    }

    List<SlaAlert> between(List<Episode> before, List<Episode> after, long knownAt, String factId) {
        List<SlaAlert> steps = new ArrayList<>();
        for (Episode episode : after) {
            Episode known = find(before, episode);
            if (!episode.equals(known)) {
                steps.add(step(episode, known == null));
            }
        }
        for (Episode episode : before) {
            if (find(after, episode) == null) {
                steps.add(step(episode.ended(EpisodeStatus.WITHDRAWN, knownAt, factId), false));
            }
        }
        return steps;
    }

    /** One version of a thing was said to be two different things. */
    SlaAlert conflict(Fact fact) {
        String factId = fact.header().factId();
        return named(AlertKind.FACT_CONFLICT)
                .setAlertId(StableId.of(key.toString(), AlertKind.FACT_CONFLICT.name(), factId))
                .setStatus(EpisodeStatus.OPEN)
                .setExpected(MilestoneName.UNKNOWN)
                .setSeverity(Severity.LOW)
                .setStartedBy(factId)
                .setOpenedAt(Times.instant(fact.header().knownAt()))
                .setMessage(
                        "event "
                                + fact.header().eventId()
                                + " says something else about "
                                + factId
                                + " than an earlier event; one of the two is kept")
                .build();
    }

    /** A line that went dormant, or of which something is heard again. */
    List<SlaAlert> dormancy(LineState before, Dormancy now, long clock) {
        List<SlaAlert> steps = new ArrayList<>();
        boolean isReported = now.isReported(clock);
        long known = before.dormantSince();
        if (known != Times.NONE && !(isReported && known == now.lastKnownAt())) {
            steps.add(
                    dormant(known, EpisodeStatus.CLEARED)
                            .setClosedAt(Times.instant(clock))
                            .build());
        }
        if (isReported && known != now.lastKnownAt()) {
            steps.add(dormant(now.lastKnownAt(), EpisodeStatus.OPEN).build());
        }
        return steps;
    }

    private SlaAlert.Builder dormant(long lastKnownAt, EpisodeStatus status) {
        return named(AlertKind.DORMANT)
                .setAlertId(
                        StableId.of(
                                key.toString(),
                                AlertKind.DORMANT.name(),
                                Long.toString(lastKnownAt)))
                .setStatus(status)
                .setExpected(MilestoneName.UNKNOWN)
                .setSeverity(Severity.LOW)
                .setOpenedAt(Times.instant(new Dormancy(lastKnownAt).at()))
                .setMessage(
                        "line is open and nothing became known of it since "
                                + Times.instant(lastKnownAt));
    }

    private SlaAlert step(Episode episode, boolean first) {
        return named(episode.warning() ? AlertKind.SLA_WARNING : AlertKind.SLA_BREACH)
                .setAlertId(episode.id(key))
                .setStatus(episode.status())
                .setSilent(first && episode.status() != EpisodeStatus.OPEN)
                .setRule(episode.rule())
                .setRuleVersion(episode.ruleVersion())
                .setExpected(episode.expected())
                .setStartedBy(episode.startedBy())
                .setScheduleLine(episode.scheduleLine())
                .setSeverity(episode.severity())
                .setDeadlineAt(Times.instant(episode.deadline()))
                .setOpenedAt(Times.instant(episode.openedAt()))
                .setClosedAt(Times.instant(episode.closedAt()))
                .setClosedBy(episode.closedBy())
                .setMessage(message(episode))
                .build();
    }

    private SlaAlert.Builder named(AlertKind kind) {
        return SlaAlert.newBuilder()
                .setKind(kind)
                .setLineKey(key.toString())
                .setOrderName(order == null ? null : order.orderName())
                .setVendor(order == null ? null : order.vendor());
    }

    private static String message(Episode episode) {
        return episode.warning() ? warning(episode) : breach(episode);
    }

    private static String warning(Episode episode) {
        String expected = what(episode) + " is due by " + Times.instant(episode.deadline());
        return switch (episode.status()) {
            case OPEN -> expected + ", not known yet";
            case CLEARED -> expected + ", is known, due at another time or overdue now";
            case RETRACTED, UNKNOWN -> expected;
            case WITHDRAWN -> expected + ", was known in time for no warning after all";
        };
    }

    private static String breach(Episode episode) {
        String expected = what(episode) + " expected before " + Times.instant(episode.deadline());
        return switch (episode.status()) {
            case OPEN -> expected + ", not known by then";
            case CLEARED -> expected + ", came late or is no longer expected";
            case RETRACTED -> expected + ", had come in time and became known later";
            case WITHDRAWN -> expected + ", was known in time after all";
            case UNKNOWN -> expected;
        };
    }

    private static String what(Episode episode) {
        return episode.scheduleLine() == Episode.WHOLE_LINE
                ? episode.expected().name()
                : episode.expected() + " of schedule line " + episode.scheduleLine();
    }

    private static Episode find(List<Episode> episodes, Episode wanted) {
        for (Episode episode : episodes) {
            if (episode.sameEpisode(wanted)) {
                return episode;
            }
        }
        return null;
    }
}
