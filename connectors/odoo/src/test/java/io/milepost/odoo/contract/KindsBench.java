package io.milepost.odoo.contract;

import io.milepost.events.OdooCommand;
import io.milepost.odoo.updates.CommandResult;

/** What the parts of {@link KindsContract} try commands on. */
interface KindsBench {

    /** The server, with the records of this run. */
    TestServer odoo();

    /** Applies a command as the next of its shard. */
    CommandResult apply(OdooCommand command) throws Exception;

    /** Database id of the one record that a command made. */
    default long made(CommandResult result) {
        String record = result.created();
        return Long.parseLong(record.substring(record.indexOf(',') + 1));
    }

    /** Number of an order. */
    default String name(long order) throws Exception {
        return odoo().text("purchase.order", order, "name");
    }
}
