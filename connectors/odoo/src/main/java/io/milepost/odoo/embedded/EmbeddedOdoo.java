package io.milepost.odoo.embedded;

import io.milepost.odoo.embedded.desk.Counts;
import io.milepost.odoo.embedded.desk.Desk;
import io.milepost.odoo.embedded.desk.HeldTransaction;
import io.milepost.odoo.embedded.fault.Faults;
import io.milepost.odoo.embedded.http.HttpDouble;
import io.milepost.odoo.embedded.model.Models;
import io.milepost.odoo.embedded.rpc.Endpoint;
import io.milepost.odoo.embedded.rpc.Executor;
import io.milepost.odoo.embedded.rpc.Logins;
import io.milepost.odoo.embedded.rpc.Rpc;
import io.milepost.odoo.embedded.rpc.RpcLog;
import io.milepost.odoo.embedded.store.Store;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A double of an Odoo server: an HTTP server on the loopback address with a small model of
 * purchase, stock and accounting in memory behind it. It is not Odoo; what it does and what it does
 * not is said in the description of this package.
 */
public final class EmbeddedOdoo implements AutoCloseable {
    private static final String SECRET = "admin";

    private final EmbeddedOdooOptions options;
    private final Store store;
    private final Models models;
    private final Logins logins;
    private final Faults faults = new Faults();
    private final RpcLog log = new RpcLog();
    private final Executor executor;
    private final HttpDouble http;
    private final Account admin;

    private EmbeddedOdoo(EmbeddedOdooOptions options) {
        this.options = options;
        this.store = new Store(options.clock());
        this.models = Database.create(store, options);
        this.logins = new Logins(store);
        this.executor = new Executor(store, models, faults, log, options.pause());
        Endpoint endpoint = new Endpoint(options.database(), models, logins, executor);
        this.http = new HttpDouble(endpoint, options.workers(), options.port());
        this.admin = account(2, "admin", SECRET);
    }

    /** Starts a double with a fresh database. */
    public static EmbeddedOdoo start(EmbeddedOdooOptions options) {
        EmbeddedOdoo started = new EmbeddedOdoo(options);
        started.http.start();
        return started;
    }

    /** Where it answers, for example {@code http://127.0.0.1:40123}. */
    public String url() {
        return "http://127.0.0.1:" + http.port();
    }

    /** Name of its only database. */
    public String database() {
        return options.database();
    }

    /** The major release that it doubles. */
    public int series() {
        return options.series();
    }

    /** The administrator: login {@code admin}, password {@code admin}. */
    public Account admin() {
        return admin;
    }

    /**
     * Makes a user with an address of its own.
     *
     * @param groups external ids, for example {@code purchase.group_purchase_user}
     */
    public Account addUser(String login, Collection<String> groups) {
        Desk desk = desk();
        List<Long> ids = groups.stream().map(this::groupId).toList();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("login", login);
        values.put("name", login);
        values.put("email", login + "@example.com");
        values.put("tz", "Europe/Brussels");
        values.put(series() < 19 ? "groups_id" : "group_ids", List.of(List.of(6, 0, ids)));
        return account(desk.create("res.users", values), login, login + "-password");
    }

    /** Gives a user that was made over the wire a key, which a real one does in the browser. */
    public Account account(long uid, String login, String password) {
        Account account = new Account(uid, login, password, "key-of-" + login);
        desk().write("res.users", uid, Map.of("password", password));
        logins.addKey(uid, account.key());
        return account;
    }

    /** Gives a user one more key. */
    public void addKey(long uid, String key) {
        logins.addKey(uid, key);
    }

    /** Where the administrator works. */
    public Desk desk() {
        return desk(2);
    }

    /** Where a user works. */
    public Desk desk(long uid) {
        return new Desk(
                (model, method, ids, named, context) ->
                        executor.execute(
                                new Rpc(uid, model, method, ids, List.of(), named, context)));
    }

    /** Begins a transaction that stays open. */
    public HeldTransaction hold() {
        return new HeldTransaction(store, models, 2);
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** What can be counted. */
    public Counts counts() {
        return new Counts(store, log);
    }

    /** Lets the next record of a model have this id. */
    public void continueAt(String model, long nextId) {
        store.continueAt(model, nextId);
    }

    /** Ends as if killed: connections break, what is not committed is lost, the port refuses. */
    public void goDown() {
        executor.kill();
        http.stop();
    }

    /** Answers again on the same port, with everything that was committed. */
    public void comeUp() {
        http.start();
    }

    @Override
    public void close() {
        goDown();
    }

    private long groupId(String xmlid) {
        return desk().find("ir.model.data", "complete_name", xmlid).stream()
                .findFirst()
                .map(id -> desk().read("ir.model.data", id, "res_id").asLong())
                .orElseThrow(() -> new IllegalArgumentException("no group " + xmlid));
    }
}
