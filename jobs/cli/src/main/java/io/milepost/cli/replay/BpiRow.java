package io.milepost.cli.replay;

import java.math.BigDecimal;

/**
 * One row of the BPI Challenge 2019 log: one thing that was done to one item of a purchase order.
 *
 * @param line line of the file on which the row ends, from 1
 * @param item the item that the row is about
 * @param seq number of the row within its case
 * @param activity what was done, in the log's words
 * @param at when, microseconds since the epoch
 * @param worth the column {@code cum_net_worth}; zero when it is empty
 */
record BpiRow(long line, BpiItem item, long seq, String activity, long at, BigDecimal worth) {}
