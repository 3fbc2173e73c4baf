package io.milepost.local.feed;

/**
 * What was published.
 *
 * @param events events, repeated ones too, heartbeats not
 * @param heartbeats heartbeat records over all partitions
 * @param behindPromise events that were known before a heartbeat that had already been written; 0
 *     for a feed that is published in the order of its knowledge
 * @param cancelled whether it was cancelled before its end; then the final heartbeat is missing
 */
public record FeedReport(long events, long heartbeats, long behindPromise, boolean cancelled) {}
