package io.milepost.cli.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * What a cluster is told to do with an uploaded jar, by the names of Flink's REST API. It is shown
 * to everybody who sees the cluster, so it holds references to secrets and never secrets.
 *
 * @param entryClass the job's main class
 * @param programArgsList its arguments
 * @param parallelism subtasks of operators that do not say how many they want, at least 1
 * @param savepointPath URI of the savepoint or checkpoint to go on from; {@code null} to begin anew
 * @param allowNonRestoredState whether state in the savepoint may be left behind that no operator
 *     claims
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunRequest(
        String entryClass,
        List<String> programArgsList,
        int parallelism,
        String savepointPath,
        boolean allowNonRestoredState) {

    /** Keeps its own copy. */
    public RunRequest {
        Objects.requireNonNull(entryClass, "entryClass");
        programArgsList = List.copyOf(programArgsList);
    }
}
