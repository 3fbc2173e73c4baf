package io.milepost.cli.state;

import io.milepost.cli.InputException;
import io.milepost.local.stack.LocalCluster;
import io.milepost.pipelines.milestones.Uids;
import io.milepost.state.LineKey;
import io.milepost.state.line.LineState;
import io.milepost.state.sla.Episode;
import io.milepost.state.view.Standing;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.runtime.SavepointLoader;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.FileUtils;

/** A savepoint or retained checkpoint of the milestones job, whose state RocksDB wrote. */
final class LineSavepoint {

    private static final OperatorIdentifier LINES = OperatorIdentifier.forUid(Uids.LINES);

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

    private final String path;
    private final String uri;

    private LineSavepoint(String path, String uri) {
        this.path = path;
        this.uri = uri;
    }

    /**
     * Opens it.
     *
     * @param path its folder, or the URI of it
     * @throws InputException if there is none, or it is that of another job
     */
    static LineSavepoint open(String path) throws InputException {
        String uri =
                SCHEME.matcher(path).matches()
                        ? path
                        : Path.of(path).toAbsolutePath().toUri().toString();
        CheckpointMetadata metadata;
        try {
            metadata = SavepointLoader.loadSavepointMetadata(uri);
        } catch (IOException | RuntimeException e) {
            throw new InputException(
                    path
                            + ": expected a savepoint or checkpoint, a folder with _metadata, but"
                            + " found none: "
                            + e.getMessage(),
                    e);
        }
        requireLines(path, metadata);
        return new LineSavepoint(path, uri);
    }

    private static void requireLines(String path, CheckpointMetadata metadata)
            throws InputException {
        boolean hasLines =
                metadata.getOperatorStates().stream()
                        .anyMatch(s -> s.getOperatorID().equals(LINES.getOperatorId()));
        if (!hasLines) {
            throw new InputException(
                    path
                            + ": expected a savepoint of the milestones job, with the operator "
                            + Uids.LINES
                            + ", but found the operators "
                            + operators(metadata),
                    null);
        }
    }

    private static List<String> operators(CheckpointMetadata metadata) {
        return metadata.getOperatorStates().stream().map(LineSavepoint::name).sorted().toList();
    }

    private static String name(OperatorState operator) {
        return operator.getOperatorUid().orElse(operator.getOperatorID().toString());
    }

    /**
     * Reads a line, with a small Flink cluster in this JVM that is gone when this returns.
     *
     * @throws IOException if there is no such line, or it cannot be read
     */
    SavedLine read(LineKey key) throws IOException {
        Tuple5<LineState, List<Standing>, List<Episode>, Integer, List<Long>> found;
        Path folder = Files.createTempDirectory("milepost-state");
        try (LocalCluster cluster = LocalCluster.start(spec(folder))) {
            found = find(key, cluster.environment());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + path + " was read");
        } catch (Exception e) {
            throw new IOException(path + ": line " + key + " cannot be read: " + rootOf(e), e);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
        if (found == null) {
            throw new IOException(path + ": expected the line " + key + " but found no such line");
        }
        return new SavedLine(key, found.f0, found.f1, found.f2, found.f3, found.f4);
    }

    private static LocalCluster.Spec spec(Path folder) {
        return new LocalCluster.Spec(0, 1, 1, folder, Map.of());
    }

    /** The line, or {@code null}. */
    private Tuple5<LineState, List<Standing>, List<Episode>, Integer, List<Long>> find(
            LineKey key, StreamExecutionEnvironment flink) throws Exception {
        flink.setParallelism(1);
        try (CloseableIterator<
                        Tuple5<LineState, List<Standing>, List<Episode>, Integer, List<Long>>>
                lines =
                        SavepointReader.read(flink, uri, new EmbeddedRocksDBStateBackend(true))
                                .readKeyedState(
                                        LINES,
                                        new LineReader(key.toString()),
                                        Types.STRING,
                                        LineReader.RESULT)
                                .filter(LineReader::isWanted)
                                .executeAndCollect("inspect " + key)) {
            return lines.hasNext() ? lines.next() : null;
        }
    }

    /** What Flink wraps says nothing of the cause. */
    private static Throwable rootOf(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
