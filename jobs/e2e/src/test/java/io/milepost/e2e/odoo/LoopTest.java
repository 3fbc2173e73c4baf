package io.milepost.e2e.odoo;

import io.milepost.e2e.stack.SharedStack;
import io.milepost.local.stack.EmbeddedStack;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three jobs around a double of Odoo. */
@ExtendWith(SharedStack.class)
@DisplayName("From Odoo to Odoo")
class LoopTest {

    @Test
    void whatTheSupplierSaysOfAnOrderLandsInOdooOnceAlsoAfterARollback(EmbeddedStack stack)
            throws Exception {
        try (OdooSite site = OdooSite.start()) {
            Loop.assertOnceAlsoAfterARollback(stack, site, "odoo-loop");
        }
    }
}
