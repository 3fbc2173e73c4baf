package io.milepost.state.sla;

import java.util.List;

/**
 * Which rule is for a line, and why.
 *
 * @param name name of the rule
 * @param rule what applies; {@code null} if nothing does
 * @param candidates every variant that was considered, by name
 */
public record Choice(String name, Rule rule, List<Candidate> candidates) {}
