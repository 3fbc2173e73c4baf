package io.milepost.cli.run;

import io.milepost.cli.terminal.Screen;
import io.milepost.cli.terminal.Terminal;

/** Shows a run as it goes: in place where people watch, else a line every few seconds. */
final class RunDisplay {

    private static final long PLAIN_NANOS = 5_000_000_000L;

    private final Terminal terminal;
    private final Screen screen;
    private final Summary summary;
    private long lastPlain = System.nanoTime();
    private Phase lastPhase = Phase.SENDING;

    /**
     * @param screen {@code null} where nobody watches
     */
    RunDisplay(Terminal terminal, Screen screen, Summary summary) {
        this.terminal = terminal;
        this.screen = screen;
        this.summary = summary;
        if (screen == null) {
            summary.addresses()
                    .forEach(
                            it ->
                                    terminal.people()
                                            .println("%-16s %s".formatted(it.name(), it.where())));
        }
    }

    void show(Moment moment) {
        if (screen != null) {
            screen.draw(summary.lines(moment));
            return;
        }
        long now = System.nanoTime();
        if (now - lastPlain >= PLAIN_NANOS || moment.phase() != lastPhase) {
            lastPlain = now;
            lastPhase = moment.phase();
            terminal.people().println(PlainLine.of(moment));
        }
    }
}
