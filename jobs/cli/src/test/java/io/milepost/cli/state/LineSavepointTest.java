package io.milepost.cli.state;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.InputException;
import java.io.DataOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSavepointTest {

    @TempDir private Path folder;

    @Test
    void aFolderThatIsNotThereOrHoldsNoSavepointIsNamed() {
        Path nowhere = folder.resolve("nowhere");

        for (Path path : List.of(folder, nowhere)) {
            assertThatThrownBy(() -> LineSavepoint.open(path.toString()))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(
                            path
                                    + ": expected a savepoint or checkpoint, a folder with"
                                    + " _metadata, but found none: ");
        }
    }

    @Test
    void theSavepointOfAnotherJobIsToldByItsOperators() throws Exception {
        OperatorState other =
                new OperatorState("items", "supplier-items", new OperatorID(1, 2), 1, 128);
        try (OutputStream file = Files.newOutputStream(folder.resolve("_metadata"))) {
            Checkpoints.storeCheckpointMetadata(
                    new CheckpointMetadata(1, List.of(other), List.of()),
                    new DataOutputStream(file));
        }

        assertThatThrownBy(() -> LineSavepoint.open(folder.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        folder
                                + ": expected a savepoint of the milestones job, with the operator"
                                + " milestones-lines, but found the operators [");
    }
}
