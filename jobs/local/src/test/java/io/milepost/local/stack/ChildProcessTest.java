package io.milepost.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir Path folder;

    @Test
    void aChildDiesWhenItsParentIsKilled() throws Exception {
        var note = folder.resolve("child.pid");
        try (var parent =
                start(Parent.class, note.toString(), folder.resolve("child.log").toString())) {
            parent.await("has started its child", LIMIT, () -> Files.exists(note));
            var child = ProcessHandle.of(Long.parseLong(Files.readString(note))).orElseThrow();
            assertThat(child.isAlive()).isTrue();

            // On Unix this is SIGKILL: no hook of the parent runs.
            ProcessHandle.of(parent.pid()).orElseThrow().destroyForcibly();

            assertThat(child.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void aChildStopsInGoodOrderWhenAsked() throws Exception {
        var ready = folder.resolve("ready");
        var left = folder.resolve("left");
        var child = start(LeavesNote.class, ready.toString(), left.toString());
        child.await("is ready", LIMIT, () -> Files.exists(ready));

        assertThat(child.stop(LIMIT)).isTrue();

        assertThat(child.isAlive()).isFalse();
        assertThat(left).exists();
    }

    @Test
    void aChildThatDoesNotStopIsEndedByForce() throws Exception {
        var ready = folder.resolve("ready");
        var child = start(NeverStops.class, ready.toString());
        child.await("is ready", LIMIT, () -> Files.exists(ready));

        assertThat(child.stop(Duration.ofMillis(200))).isFalse();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aChildThatEndsTooSoonIsReportedWithTheEndOfItsLog() throws Exception {
        try (var child = start(Fails.class)) {
            assertThatThrownBy(() -> child.await("answers", LIMIT, () -> false))
                    .hasMessageStartingWith("Fails ended with exit code 3 before it answers; ")
                    .hasMessageContaining(folder.resolve("Fails.log").toString())
                    .hasMessageEndingWith("no luck");
        }
    }

    @Test
    void aConditionThatIsNotMetInTimeIsNamed() throws Exception {
        try (var child = start(NeverStops.class, folder.resolve("ready").toString())) {
            assertThatThrownBy(() -> child.await("answers", Duration.ofSeconds(1), () -> false))
                    .hasMessageStartingWith(
                            "NeverStops: expected within 1 s that it answers, but it has not");
        }
    }

    private ChildProcess start(Class<?> main, String... arguments) throws Exception {
        return start(main, folder.resolve(main.getSimpleName() + ".log"), arguments);
    }

    private static ChildProcess start(Class<?> main, Path log, String... arguments)
            throws Exception {
        var classPath =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
        return ChildProcess.start(
                new ChildProcess.Spec(
                        main.getSimpleName(),
                        main.getName(),
                        classPath.map(Path::of).toList(),
                        List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        List.of(arguments),
                        log));
    }

    /** Starts a child, notes its process id, and waits to be killed. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            var ready = Path.of(args[1] + ".ready");
            var child = start(NeverStops.class, Path.of(args[1]), ready.toString());
            child.await("is ready", LIMIT, () -> Files.exists(ready));
            var draft = Files.writeString(Path.of(args[0] + ".draft"), Long.toString(child.pid()));
            Files.move(draft, Path.of(args[0]));
            new CountDownLatch(1).await();
        }
    }

    /** Leaves a note when it exits in good order. */
    static final class LeavesNote {
        public static void main(String[] args) throws Exception {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> create(args[1])));
            create(args[0]);
            new CountDownLatch(1).await();
        }
    }

    /** Its exit hangs. */
    static final class NeverStops {
        public static void main(String[] args) throws Exception {
            Runtime.getRuntime().addShutdownHook(new Thread(NeverStops::hang));
            create(args[0]);
            hang();
        }

        private static void hang() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts this", e);
            }
        }
    }

    /** Ends at once. */
    static final class Fails {
        public static void main(String[] args) {
            System.out.println("no luck");
            System.exit(3);
        }
    }

    private static void create(String file) {
        try {
            Files.createFile(Path.of(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("cannot make " + file, e);
        }
    }
}
