package io.milepost.odoo.contract;

import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.updates.ApplierCounts;
import io.milepost.odoo.updates.ApplierSettings;
import io.milepost.odoo.updates.BatchApplier;
import io.milepost.odoo.updates.Pauses;
import io.milepost.odoo.updates.UpdateAction;
import java.util.SplittableRandom;

/** Makes appliers over a real client. */
public final class TestApplier {

    private TestApplier() {}

    /** Claims a shard with settings of choice, and counts. */
    public static BatchApplier claimed(
            OdooClient client, String shard, ApplierSettings settings, ApplierCounts counts)
            throws OdooException, InterruptedException {
        BatchApplier applier =
                new BatchApplier(
                        UpdateAction.find(client),
                        shard,
                        settings,
                        Pauses.real(),
                        new SplittableRandom(1),
                        counts);
        applier.claim();
        return applier;
    }

    /** Claims a shard. */
    public static BatchApplier claimed(OdooClient client, String shard)
            throws OdooException, InterruptedException {
        return claimed(client, shard, ApplierSettings.DEFAULT, new ApplierCounts());
    }
}
