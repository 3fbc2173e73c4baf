package io.milepost.state.line;

/**
 * Result of one step of a line.
 *
 * @param state what is remembered after it
 * @param outcome what the fact did; {@code null} when the clock made the step
 * @param outputs what readers have to be told
 */
public record Step(LineState state, MergeOutcome outcome, LineOutputs outputs) {}
