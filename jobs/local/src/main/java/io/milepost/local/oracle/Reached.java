package io.milepost.local.oracle;

/**
 * That a milestone was reached.
 *
 * @param occurredAt when, in business time, microseconds
 * @param factId the fact that it rests on
 * @param knownAt when that fact could first be known, microseconds
 */
record Reached(long occurredAt, String factId, long knownAt) {}
