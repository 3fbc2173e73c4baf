package io.milepost.odoo.changes.source;

import io.milepost.odoo.changes.ActionHorizon;
import io.milepost.odoo.changes.HorizonSource;
import io.milepost.odoo.changes.OverlapHorizon;
import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.updates.UpdateAction;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * How a source reaches Odoo. Travels in the job graph.
 *
 * @param odoo the server
 * @param overlap how long a transaction may take when the server action is not used; {@code null}
 *     to use it
 */
public record ChangesConnection(OdooSettings odoo, Duration overlap) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Checks that the server is given. */
    public ChangesConnection {
        Objects.requireNonNull(odoo, "odoo");
    }

    /** With the server action's horizon. */
    public static ChangesConnection of(OdooSettings odoo) {
        return new ChangesConnection(odoo, null);
    }

    /** A new client; whoever opened it closes it. */
    OdooClient open() throws OdooException, InterruptedException {
        return HttpOdooClient.open(odoo);
    }

    HorizonSource horizons(OdooClient client) throws OdooException, InterruptedException {
        if (overlap != null) {
            return new OverlapHorizon(Clock.systemUTC(), overlap);
        }
        return ActionHorizon.of(UpdateAction.find(client));
    }
}
