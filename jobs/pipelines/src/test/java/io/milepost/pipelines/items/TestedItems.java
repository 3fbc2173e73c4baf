package io.milepost.pipelines.items;

import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.runs.ReleasedRegistry;
import io.milepost.pipelines.runs.TestedJob;
import io.milepost.schemas.Catalogue;
import java.util.List;

/** The job supplier-items with its usual settings. */
final class TestedItems {

    /** Tells of no feed: the tests are quicker than that. */
    static final FeedWatch.Settings PATIENT =
            new FeedWatch.Settings(List.of(), 3_600_000, 3_600_000);

    private TestedItems() {}

    static TestedJob job(FeedWatch.Settings watch) {
        SupplierItemsTopology topology =
                new SupplierItemsTopology(
                        ReleasedRegistry.OPENS,
                        Bench.OUTPUTS,
                        SupplierItemsSettings.parse(
                                        "--bootstrap-servers=none:1", "--registry-url=http://none")
                                .rules(),
                        watch);
        return new TestedJob(
                Uids.ITEM_SOURCE,
                Uids.OUTPUTS,
                List.of(Catalogue.SUPPLIER_ITEMS.name()),
                (records, others) -> topology.build(records));
    }
}
