package io.milepost.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Sums up recordings of the Flight Recorder by layers. It knows what Java threads do, calls into
 * RocksDB included, but neither the compilers nor the collector nor RocksDB's own threads.
 */
public final class Profile {

    private static final int LONGEST = 25;

    private static final Map<String, Boolean> SAMPLES =
            Map.of("jdk.ExecutionSample", true, "jdk.NativeMethodSample", false);

    private final Map<Layer, Integer> layers = new EnumMap<>(Layer.class);
    private final Map<String, Integer> own = new HashMap<>();
    private int all;

    /** Something to be recorded. */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it. */
        T run() throws Exception;
    }

    /** Does something and adds what it spent its time with. */
    public <T> T record(Work<T> work) throws Exception {
        Path file = Files.createTempFile("milepost-bench", ".jfr");
        try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
            recording.start();
            T result = work.run();
            recording.stop();
            recording.dump(file);
            addAll(file);
            return result;
        } finally {
            Files.delete(file);
        }
    }

    private void addAll(Path file) throws IOException {
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                add(recording.readEvent());
            }
        }
    }

    private void add(RecordedEvent event) {
        Boolean java = SAMPLES.get(event.getEventType().getName());
        if (java == null || event.getStackTrace() == null) {
            return;
        }
        List<RecordedFrame> stack = event.getStackTrace().getFrames();
        // Natively, threads mostly wait for the network: only calls into RocksDB are work.
        if (!java && !name(stack.get(0)).startsWith("org.rocksdb.")) {
            return;
        }
        Layer layer = Layer.of(stack);
        if (layer != null) {
            all++;
            layers.merge(layer, 1, Integer::sum);
            own.merge(layer.title() + " | " + name(stack.get(0)), 1, Integer::sum);
        }
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    /** Tables of shares: by layer, and the topmost methods. */
    public String print() {
        StringBuilder text =
                new StringBuilder(all + " samples\n\n| where | share |\n| --- | --- |\n");
        layers.entrySet().stream()
                .sorted(Map.Entry.<Layer, Integer>comparingByValue().reversed())
                .forEach(e -> text.append(row(e.getKey().title(), e.getValue())));
        text.append("\n| where | method | share |\n| --- | --- | --- |\n");
        own.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(LONGEST)
                .forEach(e -> text.append(row(e.getKey(), e.getValue())));
        return text.toString();
    }

    private String row(String what, int samples) {
        return String.format(Locale.ROOT, "| %s | %.1f %% |%n", what, 100.0 * samples / all);
    }
}
