package io.milepost.pipelines.runs;

import io.milepost.pipelines.runs.Savepoint.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.StateObjectCollection;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StateSerializerProvider;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.restore.FullSnapshotRestoreOperation;
import org.apache.flink.runtime.state.restore.KeyGroup;
import org.apache.flink.runtime.state.restore.KeyGroupEntry;
import org.apache.flink.runtime.state.restore.SavepointRestoreResult;
import org.apache.flink.runtime.state.restore.ThrowingIterator;
import org.apache.flink.util.StateMigrationException;

/** The states of one operator in a savepoint, whatever their values look like. */
final class SavedStates {

    private SavedStates() {}

    static Map<String, Size> of(OperatorState operator) throws IOException {
        Map<String, Size> states = new TreeMap<>(keyed(operator));
        for (OperatorSubtaskState subtask : operator.getStates()) {
            for (OperatorStateHandle handle : subtask.getManagedOperatorState()) {
                handle.getStateNameToPartitionOffsets()
                        .forEach(
                                (name, places) ->
                                        add(states, name, new Size(places.getOffsets().length, 0)));
            }
        }
        return states;
    }

    static Map<String, Size> keyed(OperatorState operator) throws IOException {
        Map<String, Size> states = new TreeMap<>();
        List<KeyedStateHandle> handles = new ArrayList<>();
        operator.getStates().forEach(s -> handles.addAll(s.getManagedKeyedState()));
        FullSnapshotRestoreOperation<String> operation =
                new FullSnapshotRestoreOperation<>(
                        KeyGroupRange.of(0, operator.getMaxParallelism() - 1),
                        SavedStates.class.getClassLoader(),
                        handles,
                        StateSerializerProvider.fromNewRegisteredSerializer(
                                StringSerializer.INSTANCE));
        try (ThrowingIterator<SavepointRestoreResult> subtasks = operation.restore()) {
            while (subtasks.hasNext()) {
                count(subtasks.next(), states);
            }
        } catch (StateMigrationException e) {
            throw new IOException(operator + " cannot be read", e);
        }
        return states;
    }

    private static void count(SavepointRestoreResult subtask, Map<String, Size> states)
            throws IOException, StateMigrationException {
        List<StateMetaInfoSnapshot> infos = subtask.getStateMetaInfoSnapshots();
        infos.forEach(info -> add(states, info.getName(), new Size(0, 0)));
        try (ThrowingIterator<KeyGroup> groups = subtask.getRestoredKeyGroups()) {
            while (groups.hasNext()) {
                try (ThrowingIterator<KeyGroupEntry> entries = groups.next().getKeyGroupEntries()) {
                    while (entries.hasNext()) {
                        KeyGroupEntry entry = entries.next();
                        add(
                                states,
                                infos.get(entry.getKvStateId()).getName(),
                                new Size(1, entry.getKey().length + entry.getValue().length));
                    }
                }
            }
        }
    }

    private static void add(Map<String, Size> states, String name, Size size) {
        states.merge(name, size, Size::and);
    }

    /** The operator with another name for a keyed state, in place, of the same length. */
    static OperatorState lost(OperatorState operator, String state) {
        OperatorState changed =
                new OperatorState(
                        operator.getOperatorName().orElse(null),
                        operator.getOperatorUid().orElse(null),
                        operator.getOperatorID(),
                        operator.getParallelism(),
                        operator.getMaxParallelism());
        operator.getSubtaskStates()
                .forEach(
                        (subtask, saved) ->
                                changed.putState(
                                        subtask,
                                        OperatorSubtaskState.builder()
                                                .setManagedOperatorState(
                                                        saved.getManagedOperatorState())
                                                .setManagedKeyedState(
                                                        lost(saved.getManagedKeyedState(), state))
                                                .build()));
        return changed;
    }

    private static StateObjectCollection<KeyedStateHandle> lost(
            StateObjectCollection<KeyedStateHandle> handles, String state) {
        return new StateObjectCollection<>(
                handles.stream().map(handle -> lost(handle, state)).toList());
    }

    private static KeyedStateHandle lost(KeyedStateHandle handle, String state) {
        KeyGroupsSavepointStateHandle saved = (KeyGroupsSavepointStateHandle) handle;
        StreamStateHandle data = saved.getDelegateStateHandle();
        byte[] bytes =
                data.asBytesIfInMemory()
                        .orElseThrow(() -> new IllegalStateException(data + " is no small state"))
                        .clone();
        byte[] name = state.getBytes(StandardCharsets.UTF_8);
        int at = indexOf(bytes, name);
        if (at < 0) {
            throw new UncheckedIOException(
                    new IOException("expected a state " + state + " but found none"));
        }
        bytes[at] = '!';
        return new KeyGroupsSavepointStateHandle(
                saved.getGroupRangeOffsets(),
                new ByteStreamStateHandle(data.getStreamStateHandleID().getKeyString(), bytes));
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
