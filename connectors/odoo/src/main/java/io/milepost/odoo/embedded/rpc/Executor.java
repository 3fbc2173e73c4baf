package io.milepost.odoo.embedded.rpc;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.fault.Faults;
import io.milepost.odoo.embedded.fault.Injection;
import io.milepost.odoo.embedded.model.Answer;
import io.milepost.odoo.embedded.model.Arguments;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Method;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.model.Models;
import io.milepost.odoo.embedded.store.ConflictException;
import io.milepost.odoo.embedded.store.Store;
import io.milepost.odoo.embedded.store.Transaction;
import io.milepost.odoo.embedded.store.UniqueViolationException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs each call as one transaction, committed before it is answered; one that lost against another
 * is tried again, five times in all.
 */
public final class Executor {
    private static final int TRIES = 5;

    private final Store store;
    private final Models models;
    private final Faults faults;
    private final RpcLog log;
    private final Duration pause;
    private final Random random = new Random(18);
    private final AtomicInteger incarnation = new AtomicInteger();

    /**
     * @param store the records
     * @param models their models
     * @param faults what goes wrong on purpose
     * @param log counts calls
     * @param pause the unit of the pauses between tries: a second in the real one
     */
    public Executor(Store store, Models models, Faults faults, RpcLog log, Duration pause) {
        this.store = store;
        this.models = models;
        this.faults = faults;
        this.log = log;
        this.pause = pause;
    }

    /** Loses every transaction that is not committed yet, as when the process is killed. */
    public void kill() {
        incarnation.incrementAndGet();
    }

    /**
     * Answers a call of the wire: counts it, and lets go wrong what shall.
     *
     * @throws OdooError what the server says instead of a result
     * @throws Binding.Unfit if the arguments do not fit the method
     */
    Answer answer(Rpc rpc) {
        int born = incarnation.get();
        Work work = work(rpc);
        log.count(rpc);
        Injection injection = faults.next(rpc);
        injection.before();
        Answer answer = tries(work, injection, born);
        injection.after();
        return answer;
    }

    /** Runs a call of the double's own process: never goes wrong on purpose, is not counted. */
    public Answer execute(Rpc rpc) {
        return tries(work(rpc), Injection.NONE, incarnation.get());
    }

    private record Work(Rpc rpc, Model model, Method method, Arguments arguments) {}

    private Work work(Rpc rpc) {
        Model model = models.get(rpc.model());
        Method method = publicMethod(model, rpc.method());
        return new Work(rpc, model, method, Binding.bind(method, rpc));
    }

    /** A method that may be called, refused in Odoo's words otherwise. */
    static Method publicMethod(Model model, String name) {
        if (name.startsWith("_")) {
            throw OdooError.access(
                    "Private methods (such as '%s.%s') cannot be called remotely."
                            .formatted(model.name(), name));
        }
        Method method = model.method(name);
        if (method == null) {
            throw new OdooError(
                    "builtins.AttributeError",
                    "The method '%s.%s' does not exist".formatted(model.name(), name));
        }
        return method;
    }

    private Answer tries(Work work, Injection injection, int born) {
        for (int n = 1; ; n++) {
            try {
                return once(work, injection, born);
            } catch (ConflictException e) {
                if (n == TRIES) {
                    throw new OdooError(e.pythonName(), e.getMessage());
                }
                pause(n);
            } catch (UniqueViolationException e) {
                throw OdooError.validation("The operation cannot be completed: " + e.getMessage());
            }
        }
    }

    private Answer once(Work work, Injection injection, int born) {
        try (Transaction transaction = store.begin()) {
            Env env = new Env(models, transaction, work.rpc().uid(), work.rpc().context());
            Answer answer = work.method().body().run(env, work.model(), work.arguments());
            injection.beforeCommit();
            if (born != incarnation.get()) {
                throw new ConnectionLost("the server was killed before it committed");
            }
            transaction.commit();
            return answer;
        }
    }

    private void pause(int n) {
        long longest = pause.toNanos() << n;
        LockSupport.parkNanos(1 + (long) (random.nextDouble() * longest));
    }
}
