package io.milepost.pipelines.runs;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * A savepoint in the canonical format, small enough to lie in the one file {@code _metadata}.
 *
 * @param folder its folder
 */
public record Savepoint(Path folder) {

    private static final String FILE = "_metadata";
    private static final String MACHINE_TIMERS = "/_timer_state/processing_user-timers";

    /** The bytes of its one file. */
    public byte[] bytes() throws IOException {
        return Files.readAllBytes(folder.resolve(FILE));
    }

    /** A savepoint of the given bytes in a folder. */
    public static Savepoint of(byte[] bytes, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(FILE), bytes);
        return new Savepoint(folder);
    }

    /** What is remembered, by the operator's uid and the state's name, as {@code uid/name}. */
    public Map<String, Size> states() throws IOException {
        Map<String, Size> states = new TreeMap<>();
        for (OperatorState operator : operators()) {
            SavedStates.of(operator)
                    .forEach((name, size) -> states.put(uid(operator) + '/' + name, size));
        }
        return states;
    }

    /** States without an entry; timers of the machine's clock, which the jobs do not use, aside. */
    public Set<String> emptyStates() throws IOException {
        Set<String> empty = new TreeSet<>();
        states().forEach(
                        (name, size) -> {
                            if (size.entries() == 0 && !name.endsWith(MACHINE_TIMERS)) {
                                empty.add(name);
                            }
                        });
        return empty;
    }

    /** The keyed states of operators: values, lists, maps and timers by the heartbeat clock. */
    public Map<String, Size> keyedStates() throws IOException {
        Map<String, Size> states = new TreeMap<>();
        for (OperatorState operator : operators()) {
            SavedStates.keyed(operator)
                    .forEach((name, size) -> states.put(uid(operator) + '/' + name, size));
        }
        states.keySet().removeIf(name -> name.endsWith(MACHINE_TIMERS));
        return states;
    }

    /** The number of entries of each keyed state that has any, timers included. */
    public Map<String, Integer> keyedEntries() throws IOException {
        Map<String, Integer> entries = new TreeMap<>();
        keyedStates().forEach((name, size) -> entries.put(name, size.entries()));
        entries.values().removeIf(count -> count == 0);
        return entries;
    }

    /** A copy in which an operator has nothing. */
    public Savepoint without(String uid, Path copy) throws IOException {
        List<OperatorState> rest = operators().stream().filter(o -> !uid(o).equals(uid)).toList();
        return write(rest, copy);
    }

    /** A copy in which a keyed state of an operator has another name, so that nobody finds it. */
    public Savepoint withLostState(String uid, String state, Path copy) throws IOException {
        UnaryOperator<OperatorState> change =
                operator ->
                        uid(operator).equals(uid) ? SavedStates.lost(operator, state) : operator;
        return write(operators().stream().map(change).toList(), copy);
    }

    private static Savepoint write(Collection<OperatorState> operators, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        try (OutputStream file = Files.newOutputStream(folder.resolve(FILE))) {
            Checkpoints.storeCheckpointMetadata(
                    new CheckpointMetadata(1, operators, List.of()), new DataOutputStream(file));
        }
        return new Savepoint(folder);
    }

    private Collection<OperatorState> operators() throws IOException {
        try (InputStream file = Files.newInputStream(folder.resolve(FILE))) {
            return Checkpoints.loadCheckpointMetadata(
                            new DataInputStream(file),
                            Savepoint.class.getClassLoader(),
                            folder.toUri().toString())
                    .getOperatorStates();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String uid(OperatorState operator) {
        return operator.getOperatorUid().orElse(operator.getOperatorID().toString());
    }

    /**
     * How much there is of a state.
     *
     * @param entries number of values, list elements' keys, map entries or timers
     * @param bytes of all keys and values
     */
    public record Size(int entries, long bytes) {

        Size and(Size other) {
            return new Size(entries + other.entries, bytes + other.bytes);
        }
    }
}
