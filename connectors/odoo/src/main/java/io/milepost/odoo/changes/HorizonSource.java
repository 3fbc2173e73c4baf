package io.milepost.odoo.changes;

import io.milepost.odoo.client.OdooException;

/** Says how far changes can be read. */
@FunctionalInterface
public interface HorizonSource {

    /**
     * The horizon now. It holds for calls that are made after this one has come back.
     *
     * @throws OdooException if Odoo could not be asked
     * @throws InterruptedException if the thread was interrupted
     */
    Horizon now() throws OdooException, InterruptedException;
}
