package io.milepost.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The two streams of the command: results for programs on standard output, words for people on
 * standard error. Keeps the streams as they were at start, so that they stay usable when {@code
 * System.out} is pointed at a file, away from libraries that print.
 */
public final class Terminal {

    private final PrintStream results;
    private final PrintStream people;
    private final Map<String, String> environment;
    private final boolean interactive;
    private final Charset charset;
    private final Glyphs glyphs;
    private final Paint paint;
    private volatile Screen screen;

    /**
     * @param interactive whether people watch, so that pictures may be redrawn in place
     */
    public Terminal(
            PrintStream results,
            PrintStream people,
            boolean interactive,
            Map<String, String> environment) {
        this.results = results;
        this.people = people;
        this.environment = Map.copyOf(environment);
        this.interactive = interactive && !"dumb".equals(environment.get("TERM"));
        this.charset = charset(environment);
        this.glyphs = Glyphs.of(environment);
        this.paint =
                this.interactive && environment.get("NO_COLOR") == null ? Paint.ANSI : Paint.NONE;
    }

    /** The terminal of this process. */
    public static Terminal ofThisProcess() {
        Map<String, String> environment = System.getenv();
        Charset charset = charset(environment);
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                watched(),
                environment);
    }

    /** The same streams, to which nothing is drawn in place and in colours. */
    public Terminal withoutPictures() {
        return new Terminal(results, people, false, environment);
    }

    /** Where results for programs go. */
    public PrintStream results() {
        return results;
    }

    /** Where words for people go. */
    public PrintStream people() {
        return people;
    }

    /** A writer to one of the streams. */
    public PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, charset);
    }

    /** Whether people watch, so that pictures may be redrawn in place. */
    public boolean isInteractive() {
        return interactive;
    }

    /** The signs that it can show. */
    public Glyphs glyphs() {
        return glyphs;
    }

    /** The colours that it can show. */
    public Paint paint() {
        return paint;
    }

    /** A new picture below what was written until now. */
    public Screen screen() {
        Screen opened = new Screen(people, Size.ask());
        screen = opened;
        return opened;
    }

    /** Leaves the latest picture as it is, so that words can be written below it. */
    public void endPicture() {
        Screen latest = screen;
        if (latest != null) {
            latest.close();
        }
    }

    private static Charset charset(Map<String, String> environment) {
        return Glyphs.of(environment).equals(Glyphs.UNICODE)
                ? StandardCharsets.UTF_8
                : StandardCharsets.US_ASCII;
    }

    /** From Java 22 on there is a console even without a terminal, which then has to be asked. */
    private static boolean watched() {
        Object console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
