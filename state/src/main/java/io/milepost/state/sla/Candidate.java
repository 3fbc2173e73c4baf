package io.milepost.state.sla;

import java.util.List;

/**
 * A variant of a rule that was considered for a line.
 *
 * @param variant name of the variant; empty for the general one
 * @param rule the version that is in force for the line's clock; {@code null} if none is
 * @param newerVersions versions that are not in force yet, newest first
 * @param differences parts in which the line differs from the selector; empty if it selects the
 *     line or no version is in force
 * @param specificity how much the selector says; the highest of those that select the line wins
 */
public record Candidate(
        String variant,
        Rule rule,
        List<Integer> newerVersions,
        List<String> differences,
        int specificity) {

    /** Whether a version is in force and is for the line. */
    public boolean selects() {
        return rule != null && differences.isEmpty();
    }
}
