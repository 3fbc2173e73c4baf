package io.milepost.bench.line;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/** CPU time by numbers of facts, each beside the fewest, medians of the rounds. */
final class LineTable {

    private final List<String> rowNames;
    private final Map<String, Map<Integer, List<Double>>> rows = new TreeMap<>();

    /**
     * @param rowNames names of the parameters that tell rows apart
     */
    LineTable(String... rowNames) {
        this.rowNames = List.of(rowNames);
    }

    void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            String row =
                    rowNames.stream()
                            .map(result.getParams()::getParam)
                            .collect(Collectors.joining(" | "));
            int facts = Integer.parseInt(result.getParams().getParam("facts"));
            rows.computeIfAbsent(row, r -> new TreeMap<>())
                    .computeIfAbsent(facts, f -> new ArrayList<>())
                    .add(result.getSecondaryResults().get(CpuPerEvent.NAME).getScore());
        }
    }

    String print() {
        StringBuilder text = new StringBuilder();
        rows.forEach((row, costs) -> print(row, costs, text));
        return text.toString();
    }

    private void print(String row, Map<Integer, List<Double>> costs, StringBuilder text) {
        if (text.isEmpty()) {
            text.append("| ").append(String.join(" | ", rowNames));
            costs.keySet().forEach(facts -> text.append(" | ").append(facts).append(" facts"));
            text.append(" |\n|").append(" --- |".repeat(rowNames.size() + costs.size()));
            text.append('\n');
        }
        text.append("| ").append(row);
        double fewest = median(costs.values().iterator().next());
        for (List<Double> measured : costs.values()) {
            double cost = median(measured);
            text.append(String.format(Locale.ROOT, " | %.1f (%.2f)", cost, cost / fewest));
        }
        text.append(" |\n");
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
