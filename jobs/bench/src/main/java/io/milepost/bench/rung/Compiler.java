package io.milepost.bench.rung;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU time of the threads that compile, as Linux counts it. A run of minutes spends as much on
 * compiling as on anything else, and the more the more code there is; a job that runs for months
 * does not. The JVM must keep these threads: {@code -XX:-UseDynamicNumberOfCompilerThreads}.
 */
final class Compiler {

    private static final Path THREADS = Path.of("/proc/self/task");
    private static final long MICROS_PER_TICK = 10_000;

    /** Of the fields after the name, which ends with a bracket: user time, then system time. */
    private static final int USER = 11;

    private Compiler() {}

    /** Microseconds since the JVM started; 0 where there is no such count. */
    static long micros() {
        if (!Files.isDirectory(THREADS)) {
            return 0;
        }
        List<Path> threads;
        try (Stream<Path> listed = Files.list(THREADS)) {
            threads = listed.toList();
        } catch (IOException e) {
            throw new IllegalStateException("CPU time of compilers: no threads in " + THREADS, e);
        }
        return threads.stream().mapToLong(Compiler::micros).sum();
    }

    private static long micros(Path thread) {
        String stat;
        try {
            stat = Files.readString(thread.resolve("stat"));
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            // A thread that has ended since is no compiler: those are kept.
            return Files.exists(thread) ? unreadable(thread, e) : 0;
        }
        int end = stat.lastIndexOf(')');
        if (!stat.substring(0, end).contains("CompilerThre")) {
            return 0;
        }
        String[] fields = stat.substring(end + 2).split(" ", -1);
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1])) * MICROS_PER_TICK;
    }

    private static long unreadable(Path thread, IOException cause) {
        throw new IllegalStateException("CPU time of compilers: " + thread, cause);
    }
}
