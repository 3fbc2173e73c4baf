package io.milepost.odoo.embedded.desk;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Models;
import io.milepost.odoo.embedded.store.Store;
import io.milepost.odoo.embedded.store.Transaction;
import java.util.List;

/**
 * One transaction that stays open as long as a test likes: what its desk does is seen by nobody,
 * holds back the horizon and holds the records that it wrote, until it is committed or closed.
 */
public final class HeldTransaction implements AutoCloseable {
    private final Transaction transaction;
    private final Desk desk;

    /** Begins it. */
    public HeldTransaction(Store store, Models models, long uid) {
        transaction = store.begin();
        desk =
                new Desk(
                        (model, method, ids, named, context) -> {
                            Env env = new Env(models, transaction, uid, context);
                            Method found = env.model(model).method(method);
                            if (found == null) {
                                throw OdooError.value("no method " + model + "." + method);
                            }
                            return found.body()
                                    .run(
                                            env,
                                            env.model(model),
                                            new Arguments(ids == null ? List.of() : ids, named));
                        });
    }

    /** Works in it. */
    public Desk desk() {
        return desk;
    }

    /** Makes it visible. */
    public void commit() {
        transaction.commit();
    }

    /** Rolls back unless it is committed. */
    @Override
    public void close() {
        transaction.close();
    }
}
