package io.milepost.bench;

import io.milepost.bench.rung.Measured;
import io.milepost.bench.rung.Rung;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures of all runs, and what is printed of them: medians, and ratios to the keyed value. */
final class Table {

    private static final String BARE = "keyed";

    private final Grounds grounds;
    private final int lines;
    private final Settings settings;
    private final Map<Rung, List<Row>> rows = new LinkedHashMap<>();

    /** One run, and what starting and ending it took of its CPU time. */
    private record Row(Measured measured, Measured start) {

        double perEvent(long events) {
            return measured.less(start).perEvent(events);
        }
    }

    Table(Grounds grounds, int lines, Settings settings) {
        this.grounds = grounds;
        this.lines = lines;
        this.settings = settings;
    }

    void add(Rung rung, Measured start, Measured measured) {
        rows.computeIfAbsent(rung, r -> new ArrayList<>()).add(new Row(measured, start));
    }

    String print() {
        StringBuilder text = new StringBuilder(head());
        double bare =
                rows.entrySet().stream()
                        .filter(row -> row.getKey().name().equals(BARE))
                        .mapToDouble(row -> median(row.getValue(), this::cost))
                        .findFirst()
                        .orElse(Double.NaN);
        rows.forEach((rung, runs) -> text.append(line(rung, runs, bare)));
        return text.toString();
    }

    private String head() {
        return String.format(
                Locale.ROOT,
                "%,d events of %,d lines and %,d heartbeats: %s. %s, checkpoints every %s,"
                        + " parallelism 1.%nA line's value is %,d bytes when it is written, %,d at"
                        + " the end, with %.2f timers; %.2f records are written an event.%n%n"
                        + "| rung | CPU us/event, each round | median | ratio | compiler |"
                        + " start, ms | state, bytes a line | wall, s |%n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- |%n",
                grounds.events(),
                lines,
                grounds.heartbeats(),
                settings.mix().title(),
                settings.backend(),
                settings.checkpoints(),
                grounds.sizes().written(),
                grounds.sizes().last(),
                grounds.sizes().timers(),
                grounds.sizes().outputs());
    }

    private String line(Rung rung, List<Row> runs, double bare) {
        double cost = median(runs, this::cost);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.2f | %.1f | %.0f | %.0f | %.1f |%n",
                rung.title(),
                runs.stream()
                        .map(run -> String.format(Locale.ROOT, "%.1f", cost(run)))
                        .collect(Collectors.joining(" ")),
                cost,
                cost / bare,
                median(runs, this::compiler),
                median(runs, run -> run.start().cpuMicros() / 1_000.0),
                median(runs, run -> (double) run.measured().stateBytes() / lines),
                median(runs, run -> run.measured().wallMillis() / 1_000.0));
    }

    private double cost(Row run) {
        return run.perEvent(grounds.events());
    }

    private double compiler(Row run) {
        return (double) run.measured().less(run.start()).compilerMicros() / grounds.events();
    }

    private static double median(List<Row> runs, ToDoubleFunction<Row> of) {
        double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
