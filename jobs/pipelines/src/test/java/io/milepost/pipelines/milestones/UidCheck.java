package io.milepost.pipelines.milestones;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/** Compares the uids of a job's graph with those that savepoints know. */
public final class UidCheck {

    private UidCheck() {}

    /** What is wrong; empty if every operator has its uid, once, and all are the known ones. */
    public static List<String> problems(StreamGraph graph, Set<String> known) {
        List<String> problems = new ArrayList<>();
        Set<String> found = new TreeSet<>();
        for (StreamNode node : graph.getStreamNodes()) {
            String uid = node.getTransformationUID();
            if (uid == null) {
                problems.add("operator " + node.getOperatorName() + " has no uid");
            } else if (!found.add(uid)) {
                problems.add("uid " + uid + " is used twice");
            } else if (!known.contains(uid)) {
                problems.add("uid " + uid + " is not in the golden file");
            }
        }
        for (String uid : known) {
            if (!found.contains(uid)) {
                problems.add("uid " + uid + " of the golden file is gone");
            }
        }
        return problems;
    }
}
