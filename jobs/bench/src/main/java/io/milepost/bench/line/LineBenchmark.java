package io.milepost.bench.line;

import io.milepost.state.line.Window;
import io.milepost.state.sla.RuleBook;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One more event, from the line's bytes to the line's bytes. A hundred lines take turns; the events
 * that come to them are of the hundred kinds of {@link Kind#hundred}, whatever the number of facts,
 * and of long lines every place in the window is as frequent as any other.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LineBenchmark {

    private static final int LINES = 100;
    private static final int PHASES = 32;

    /** So many are one batch: a busy machine then warms up no less than an idle one. */
    private static final int EVENTS = 10_000;

    /** How many facts a line has: that many, give or take 16 from 100 on; 20 for 1 to 20. */
    @Param("10")
    public int facts;

    /** Which rules: none, or a file that comes with the program. */
    @Param("none")
    public String rules;

    /** Which event comes late, of so many; 0 for none. */
    @Param("0")
    public int late;

    /** Most and kept facts of the window. */
    @Param("16/8")
    public String window;

    private StoredLine[] lines;

    /** Lets the lines live until the event that is measured. */
    @Setup(Level.Trial)
    public void live() throws Exception {
        RuleBook book = RuleSets.named(rules);
        String[] sizes = window.split("/", -1);
        Window size = new Window(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
        lines = new StoredLine[LINES];
        for (int i = 0; i < LINES; i++) {
            lines[i] = new StoredLine(i, factsOf(i), late > 0 && i % late == 0, book, size);
        }
    }

    private int factsOf(int line) {
        if (facts < 20) {
            return facts;
        }
        return facts == 20 ? 1 + line % 20 : facts - PHASES / 2 + line % PHASES;
    }

    /** One more event for each line, a hundred times. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void events(Blackhole hole) {
        for (int i = 0; i < EVENTS; i++) {
            hole.consume(lines[i % LINES].takeInAndForget());
        }
    }
}
