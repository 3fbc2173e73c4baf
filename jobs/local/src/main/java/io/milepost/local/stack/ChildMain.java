package io.milepost.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * First class of every child JVM: ties its life to the parent's, then runs the real main class.
 *
 * <p>The parent holds the other end of standard input. One byte asks for an orderly exit; the end
 * of the stream means that the parent is gone, by whatever death, and nobody is left to wait for an
 * orderly one. Ctrl-C in a terminal reaches every process of the group; children ignore it, so that
 * the parent decides the order in which things stop.
 *
 * <p>Uses the JDK only: it is packed into a jar of its own, see {@link ChildJar}.
 */
final class ChildMain {
    /** The byte on standard input that asks for an orderly exit. */
    static final int STOP = 's';

    /** Exit code of a child whose parent has died. */
    static final int ORPHANED = 71;

    private ChildMain() {}

    /**
     * Runs another main class.
     *
     * @param args the name of the class, then its arguments
     * @throws Exception what the other main class throws
     */
    public static void main(String[] args) throws Exception {
        ignoreInterruptSignal();
        var watch = new Thread(() -> followParent(System.in), "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(args[0])
                .getMethod("main", String[].class)
                .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    }

    private static void followParent(InputStream parent) {
        var heard = -1;
        try {
            heard = parent.read();
        } catch (IOException e) {
            System.err.println(
                    "parent-watch: cannot read from the parent, taken as its death: " + e);
        }
        if (heard == STOP) {
            // Not on this thread: should the parent die while we stop, we must still notice.
            new Thread(() -> System.exit(0), "parent-stop").start();
            followParent(parent);
        } else {
            Runtime.getRuntime().halt(ORPHANED);
        }
    }

    /** By reflection, because javac warns of the class, which is supported but not standard. */
    private static void ignoreInterruptSignal() throws ReflectiveOperationException {
        var signal = Class.forName("sun.misc.Signal");
        var handler = Class.forName("sun.misc.SignalHandler");
        var interrupt = signal.getConstructor(String.class).newInstance("INT");
        signal.getMethod("handle", signal, handler)
                .invoke(null, interrupt, handler.getField("SIG_IGN").get(null));
    }
}
