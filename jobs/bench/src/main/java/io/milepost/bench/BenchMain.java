package io.milepost.bench;

import io.milepost.bench.profile.Profile;
import io.milepost.bench.rung.BareConsumer;
import io.milepost.bench.rung.KeyedValue;
import io.milepost.bench.rung.Measured;
import io.milepost.bench.rung.Milestones;
import io.milepost.bench.rung.PassThrough;
import io.milepost.bench.rung.Peer;
import io.milepost.bench.rung.Rung;
import io.milepost.bench.rung.Site;
import io.milepost.bench.rung.Textbook;
import io.milepost.bench.story.Mix;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.local.stack.StackOptions;
import io.milepost.local.stack.StackProgress;
import java.util.List;

/**
 * Runs the rungs in turn over the same topics on the embedded stack and prints what an event costs.
 * The first round, over the first number of lines, warms the JVM up and is left out. Broker and
 * registry run in processes of their own, so the figures are those of Flink, the clients and the
 * job.
 */
public final class BenchMain {

    /** So few lines that what a run over them costs is what starting and ending one costs. */
    private static final int NEXT_TO_NOTHING = 5;

    private static final Peer PEER = new Peer();

    private static final List<Rung> RUNGS =
            List.of(
                    new BareConsumer(),
                    new PassThrough(),
                    new KeyedValue(),
                    new Textbook(),
                    new Milestones(),
                    PEER);

    private final EmbeddedStack stack;
    private final Settings settings;
    private int run;
    private Profile profile;

    private BenchMain(EmbeddedStack stack, Settings settings) {
        this.stack = stack;
        this.settings = settings;
    }

    /** Settings come as system properties {@code bench.*}. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.given();
        StackOptions options =
                StackOptions.defaults().withTaskManagers(1, 1).withFlink(settings.flink());
        try (Peer peer = PEER;
                EmbeddedStack stack = EmbeddedStack.start(options, StackProgress.SILENT)) {

            BenchMain bench = new BenchMain(stack, settings);
            for (int lines : settings.lines()) {
                System.out.println(bench.table(lines));
            }
        }
    }

    private String table(int lines) throws Exception {
        Mix mix = settings.mix();
        Grounds nothing = Grounds.of(stack, "bench.start-" + lines + ".", mix, NEXT_TO_NOTHING, 1);
        Grounds grounds =
                Grounds.of(stack, "bench.lines-" + lines + ".", mix, lines, settings.facts());
        Table table = new Table(grounds, lines, settings);
        boolean isFirst = run == 0;
        for (int round = isFirst ? 0 : 1; round <= settings.rounds(); round++) {
            for (Rung rung : RUNGS) {
                if (!settings.rungs().contains(rung.name())) {
                    continue;
                }
                Measured start =
                        rung.run(nothing.site(settings.flink(), settings.isInOrder(), ++run));
                Measured measured =
                        measure(
                                rung,
                                grounds.site(settings.flink(), settings.isInOrder(), ++run),
                                round > 0);
                if (round > 0) {
                    table.add(rung, start, measured);
                }
            }
        }
        return table.print() + (profile == null ? "" : "\n" + profile.print());
    }

    /** Runs, recorded if this rung is to be looked into and it counts. */
    private Measured measure(Rung rung, Site site, boolean counts) throws Exception {
        if (!counts || !rung.name().equals(settings.profiled())) {
            return rung.run(site);
        }
        profile = profile == null ? new Profile() : profile;
        return profile.record(() -> rung.run(site));
    }
}
