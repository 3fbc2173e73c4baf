package io.milepost.odoo.contract;

import static io.milepost.odoo.contract.TestCommands.at;

import io.milepost.events.OdooCommand;
import io.milepost.odoo.updates.BatchApplier;
import io.milepost.odoo.updates.CommandResult;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What each kind of command does to a real Odoo. The tests are in the parts that it is made of, all
 * on one server: to set one up is dear.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KindsContract
        implements LineContract, OrderContract, ChatterContract, BillContract, PriceContract {

    private TestServer odoo;
    private BatchApplier applier;
    private long sequence;

    /** The server that is tried. */
    protected abstract ServerAccess access() throws Exception;

    @BeforeAll
    final void open() throws Exception {
        odoo = new TestServer(access());
        applier = TestApplier.claimed(odoo.bot, odoo.run + "/0");
    }

    @AfterAll
    final void close() throws Exception {
        odoo.close();
    }

    @Override
    public final TestServer odoo() {
        return odoo;
    }

    @Override
    public final CommandResult apply(OdooCommand command) throws Exception {
        return applier.apply(List.of(at(++sequence, command))).get(0);
    }
}
