package io.milepost.pipelines.milestones;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.correlation.Retention;
import io.milepost.pipelines.milestones.correlation.Wait;
import io.milepost.pipelines.milestones.route.FactTopics;
import io.milepost.pipelines.runs.ReleasedRegistry;
import io.milepost.pipelines.runs.TestedJob;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.Topic;
import io.milepost.state.sla.GoLive;
import io.milepost.state.sla.Splitting;
import java.time.Duration;
import java.util.List;

/** The milestones job under one rule, that a line is received by the end of its promised day. */
final class TestedMilestones {

    /** Tells of no feed: the tests are quicker than that. */
    static final FeedWatch.Settings PATIENT =
            new FeedWatch.Settings(List.of(), 3_600_000, 3_600_000);

    /** Made once: subtasks read it at the same time, and the encoder of tests is for one thread. */
    private static final List<InboundRecord> PUBLISHED =
            List.of(Bench.record(Catalogue.POLICIES, Events.receiptPolicy()));

    private TestedMilestones() {}

    static TestedJob job(FeedWatch.Settings watch) {
        MilestonesTopology topology =
                new MilestonesTopology(
                        ReleasedRegistry.OPENS,
                        Bench.FACTS,
                        Bench.OUTPUTS,
                        () -> PUBLISHED,
                        new Wait(Duration.ofDays(30)),
                        GoLive.ALWAYS,
                        Splitting.ALL,
                        Bench.RETENTION,
                        new Retention(Duration.ofDays(400)),
                        watch);
        return new TestedJob(
                Uids.FACT_SOURCE,
                Uids.OUTPUTS,
                FactTopics.ALL.stream().map(Topic::name).toList(),
                (facts, others) ->
                        topology.build(
                                facts,
                                others.of(Catalogue.POLICIES.name()).uid(Uids.POLICY_SOURCE),
                                others.of(Catalogue.RESULTS.name()).uid(Uids.RESULT_SOURCE)));
    }
}
