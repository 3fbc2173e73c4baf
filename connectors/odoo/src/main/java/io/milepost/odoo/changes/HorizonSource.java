package io.milepost.odoo.changes;

import io.milepost.odoo.client.OdooException;

/** Says how far changes can be read, and where there may be any. */
@FunctionalInterface
public interface HorizonSource {

    /**
     * The horizon now. It holds for calls that are made after this one has come back.
     *
     * @throws OdooException if Odoo could not be asked
     * @throws InterruptedException if the thread was interrupted
     */
    Horizon now() throws OdooException, InterruptedException;

    /**
     * When each model was written last, by a call that was made after the last horizon had come
     * back: everything before that horizon is in it.
     *
     * @throws OdooException if Odoo could not be asked
     * @throws InterruptedException if the thread was interrupted
     */
    default Newest newest() throws OdooException, InterruptedException {
        return Newest.UNKNOWN;
    }
}
