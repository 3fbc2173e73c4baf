package io.milepost.local.feed;

/**
 * How far a feed is.
 *
 * @param sent events given to the broker so far, heartbeats not counted
 * @param simulatedMicros the simulated time that is published, microseconds since the epoch UTC;
 *     {@link Long#MIN_VALUE} before the first event
 */
public record FeedProgress(long sent, long simulatedMicros) {}
