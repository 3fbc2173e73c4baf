package io.milepost.local.oracle;

import io.milepost.events.EpisodeStatus;
import io.milepost.events.MilestoneName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must come out of a feed, in final views and episodes; record for record what the last line
 * of JSON of a demo or replay counts.
 *
 * @param lines every line by its key
 * @param episodes every episode that exists in the end, by line, rule and deadline
 * @param eventsIn events of the feed, repeated ones too
 * @param deadLetters events that are refused: from somebody else than the vendor, in a unit that is
 *     not the order's, or naming a line that the order does not have or has twice
 * @param unmatched events whose order or shipment never became known
 */
public record OracleVerdict(
        SortedMap<String, OracleLine> lines,
        List<OracleEpisode> episodes,
        long eventsIn,
        long deadLetters,
        long unmatched) {

    /** Copies the collections. */
    public OracleVerdict {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
        episodes = List.copyOf(episodes);
    }

    /** Pairs of line and milestone that were actually reached. */
    public long milestonesReached() {
        return lines.values().stream().mapToLong(line -> line.reached().size()).sum();
    }

    /** Lines that reached a milestone. */
    public long linesWith(MilestoneName milestone) {
        return lines.values().stream().filter(line -> line.has(milestone)).count();
    }

    /** Breaches that exist in the end, whatever became of them. */
    public long alertsRaised() {
        return breaches().size();
    }

    /** The episodes that are breaches. */
    public List<OracleEpisode> breaches() {
        return episodes.stream().filter(OracleEpisode::isBreach).toList();
    }

    /** The episodes that are warnings. */
    public List<OracleEpisode> warnings() {
        return episodes.stream().filter(episode -> !episode.isBreach()).toList();
    }

    /** Breaches that ended because it was done late, or no longer expected. */
    public long alertsCleared() {
        return with(EpisodeStatus.CLEARED);
    }

    /** Breaches that ended because it had been in time. */
    public long alertsRetracted() {
        return with(EpisodeStatus.RETRACTED);
    }

    /** Breaches that stand: still open, or cleared too late. */
    public long breachesStanding() {
        return with(EpisodeStatus.OPEN) + alertsCleared();
    }

    /** Lines without any breach. */
    public long linesNeverAlerted() {
        return lines.size() - breaches().stream().map(OracleEpisode::lineKey).distinct().count();
    }

    /** Pairs of line and kind of command. */
    public long odooCommands() {
        return lines.values().stream().mapToLong(line -> line.commands().size()).sum();
    }

    private long with(EpisodeStatus status) {
        return breaches().stream().filter(episode -> episode.status() == status).count();
    }
}
