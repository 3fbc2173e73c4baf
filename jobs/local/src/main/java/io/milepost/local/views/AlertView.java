package io.milepost.local.views;

import io.milepost.events.EpisodeStatus;

/**
 * An alert episode as readers of the topic see it at the end.
 *
 * @param alertId its id
 * @param lineKey the line
 * @param rule the rule
 * @param status where it stands
 * @param deadlineMicros the deadline that passed
 * @param openedMicros when it was decided, on the heartbeat clock
 */
public record AlertView(
        String alertId,
        String lineKey,
        String rule,
        EpisodeStatus status,
        long deadlineMicros,
        long openedMicros) {}
