package io.milepost.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of all runs, and what is printed of them: medians, and each beside the first rung.
 */
final class Table {

    private final long events;
    private final Map<String, List<Measured>> rows = new LinkedHashMap<>();

    Table(long events) {
        this.events = events;
    }

    void add(Rung rung, Measured measured) {
        rows.computeIfAbsent(rung.title(), title -> new ArrayList<>()).add(measured);
    }

    String print() {
        StringBuilder text = new StringBuilder();
        text.append(
                "| rung | CPU us/event, each round | median | ratio |\n"
                        + "| --- | --- | --- | --- |\n");
        double base = 0;
        for (Map.Entry<String, List<Measured>> row : rows.entrySet()) {
            List<Double> costs = new ArrayList<>();
            row.getValue().forEach(m -> costs.add(m.perEvent(events)));
            double median = median(costs);
            base = base == 0 ? median : base;
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %s | %.1f | %.1f |%n",
                            row.getKey(),
                            String.join(
                                    " ",
                                    costs.stream()
                                            .map(c -> String.format(Locale.ROOT, "%.1f", c))
                                            .toList()),
                            median,
                            median / base));
        }
        return text.toString();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
