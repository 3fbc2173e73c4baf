package io.milepost.local.distributor;

/**
 * A part of a line that arrives at once. Times are microseconds since the start of the story.
 *
 * @param quantity how much
 * @param arrival when
 */
record Part(int quantity, long arrival) {}
