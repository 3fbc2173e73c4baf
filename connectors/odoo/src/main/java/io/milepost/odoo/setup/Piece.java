package io.milepost.odoo.setup;

import io.milepost.odoo.client.OdooException;

/** One thing that Milepost needs in Odoo: looked at, then made where it is missing or differs. */
interface Piece {

    /** The thing, in words. */
    String what();

    /** What has to be done; a thing whose own needs are missing is missing. */
    SetupStep.State look() throws OdooException, InterruptedException;

    /**
     * Whether it is made even if it seems to be there: it cannot be seen without making something.
     */
    default boolean isMadeAgain() {
        return false;
    }

    /** Makes it as it must be, whatever was found. */
    void make() throws OdooException, InterruptedException;
}
