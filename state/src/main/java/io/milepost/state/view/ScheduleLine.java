package io.milepost.state.view;

import java.math.BigDecimal;

/**
 * A part of a line that is promised for a day of its own, before the line is complete.
 *
 * @param number 1 for the earliest
 * @param promisedAt when it is promised, microseconds
 * @param needed how much is then to be received altogether, in the order's unit
 */
public record ScheduleLine(int number, long promisedAt, BigDecimal needed) {}
