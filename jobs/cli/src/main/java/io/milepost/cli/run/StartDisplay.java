package io.milepost.cli.run;

import io.milepost.cli.terminal.Screen;
import io.milepost.cli.terminal.Terminal;
import io.milepost.local.stack.StackProgress;
import io.milepost.local.stack.StackService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows how the services start, each with its time, and then the job. */
final class StartDisplay implements StackProgress, AutoCloseable {

    private static final String JOB = "milestones job";
    private static final long REDRAW_MILLIS = 250;

    private record Row(long began, Duration took, String address) {}

    private final String title;
    private final Terminal terminal;
    private final Screen screen;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final ScheduledExecutorService redraw =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "milepost-start-display");
                        thread.setDaemon(true);
                        return thread;
                    });

    /**
     * @param screen {@code null} where nobody watches
     */
    StartDisplay(String title, Terminal terminal, Screen screen) {
        this.title = title;
        this.terminal = terminal;
        this.screen = screen;
        for (StackService service : StackService.values()) {
            rows.put(service.title(), null);
        }
        rows.put(JOB, null);
        if (screen == null) {
            terminal.people().println(title);
        } else {
            terminal.people().println();
            redraw.scheduleWithFixedDelay(this::draw, 0, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void starting(StackService service) {
        begin(service.title());
    }

    @Override
    public synchronized void ready(StackService service, String address, Duration took) {
        finish(service.title(), address, took);
        boolean stackIsReady =
                rows.entrySet().stream()
                        .filter(row -> !row.getKey().equals(JOB))
                        .allMatch(row -> row.getValue() != null && row.getValue().took() != null);
        if (stackIsReady) {
            begin(JOB);
        }
    }

    /** The job runs. */
    synchronized void running() {
        long began = rows.get(JOB) == null ? System.nanoTime() : rows.get(JOB).began();
        finish(JOB, "running", Duration.ofNanos(System.nanoTime() - began));
    }

    private synchronized void begin(String name) {
        rows.put(name, new Row(System.nanoTime(), null, ""));
    }

    private synchronized void finish(String name, String address, Duration took) {
        rows.put(name, new Row(0, took, address));
        if (screen == null) {
            terminal.people()
                    .println("%-16s %-44s %s".formatted(name, address, Words.seconds(took)));
        }
    }

    private synchronized void draw() {
        List<String> lines = new ArrayList<>();
        lines.add("  " + terminal.paint().strong(title));
        rows.forEach((name, row) -> lines.add(line(name, row)));
        screen.draw(lines);
    }

    private String line(String name, Row row) {
        String label = "%-16s ".formatted(name);
        char busy = terminal.glyphs().busy();
        if (row == null) {
            return "  " + terminal.paint().faint(busy + " " + label);
        }
        if (row.took() == null) {
            Duration until = Duration.ofNanos(System.nanoTime() - row.began());
            return "  "
                    + busy
                    + " "
                    + label
                    + "%-44s %7s".formatted("starts", Words.seconds(until));
        }
        return "  "
                + terminal.paint().good(String.valueOf(terminal.glyphs().done()))
                + " "
                + label
                + "%-44s %7s".formatted(row.address(), Words.seconds(row.took()));
    }

    /** Draws no more; the picture stays until something else is drawn. */
    @Override
    public void close() {
        redraw.shutdownNow();
    }
}
