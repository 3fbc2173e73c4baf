package io.milepost.odoo.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooCall;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.client.OdooJson;
import io.milepost.odoo.client.OdooLimits;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.client.RecordIds;
import io.milepost.odoo.setup.Feature;
import io.milepost.odoo.setup.OdooSetup;
import io.milepost.odoo.setup.SetupOptions;
import io.milepost.odoo.updates.UpdateAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A server with an administrator, a bot made for this run, and the records that the tests make.
 * Closing it takes everything away again that Odoo lets go.
 */
public final class TestServer implements AutoCloseable {

    private static final Set<Feature> FEATURES =
            EnumSet.of(Feature.ORDERS, Feature.RECEIPTS, Feature.PRICES);

    public final String run = "milepost-live-" + UUID.randomUUID().toString().substring(0, 8);
    public final OdooClient admin;
    public final OdooClient bot;
    public final long vendor;
    public final long product;

    /** The company's currency, which is active on every server. */
    public final String currency;

    private final String password = UUID.randomUUID().toString();
    private final List<Long> orders = new ArrayList<>();
    private final ServerAccess access;
    private final long botId;

    /** Sets the server up and makes what the tests begin with. */
    public TestServer(ServerAccess access) throws OdooException, InterruptedException {
        this.access = access;
        admin = HttpOdooClient.open(access.admin());
        botId =
                create(
                        "res.users",
                        Map.of(
                                "name", run,
                                "login", run,
                                "password", password,
                                "email", run + "@example.com",
                                "tz", "UTC"));
        new OdooSetup(admin, options()).run();
        bot = HttpOdooClient.open(botSettings());
        currency = currencyOfTheCompany();
        vendor = create("res.partner", Map.of("name", run, "is_company", true));
        product =
                create(
                        "product.product",
                        Storable.with(admin, Map.of("name", run, "default_code", run)));
    }

    /** What is set up for this run. */
    public SetupOptions options() {
        return new SetupOptions(run, null, FEATURES);
    }

    /** The bot's database id. */
    public long botId() {
        return botId;
    }

    /** How the bot reaches the server. */
    public OdooSettings botSettings() {
        return access.bot(botId, run, password);
    }

    /** Another administrator, whom nobody has let into the group; the caller closes it. */
    public OdooClient anotherAdministrator() throws OdooException, InterruptedException {
        long group =
                admin.call(
                                OdooCall.model("ir.model.data", "search_read")
                                        .with(
                                                "domain",
                                                OdooJson.array(
                                                        OdooJson.array("module", "=", "base"),
                                                        OdooJson.array(
                                                                "name", "=", "group_system")))
                                        .with("fields", OdooJson.array("res_id")))
                        .path(0)
                        .path("res_id")
                        .asLong();
        String login = run + "-another";
        String groups = admin.version().series() < 19 ? "groups_id" : "group_ids";
        long id =
                create(
                        "res.users",
                        Map.of(
                                "name",
                                login,
                                "login",
                                login,
                                "password",
                                password,
                                "email",
                                login + "@example.com",
                                groups,
                                List.of(List.of(4, group))));
        return HttpOdooClient.open(access.bot(id, login, password));
    }

    /** How the administrator is called. */
    public String adminLogin() {
        return access.admin().login();
    }

    /** The bot at another address, for a proxy in between. */
    public OdooClient botAt(int port, Duration patience)
            throws OdooException, InterruptedException {
        OdooSettings direct = botSettings();
        return HttpOdooClient.open(
                OdooSettings.of("http://127.0.0.1:" + port, direct.database(), run, direct.key())
                        .over(direct.wire())
                        .within(OdooLimits.DEFAULT.impatientlyWithin(patience)));
    }

    /** Where the server is. */
    public String url() {
        return access.admin().url();
    }

    /** An order with so many lines of 100, confirmed; its id is the first of the answer. */
    public List<Long> order(int lines) throws OdooException, InterruptedException {
        List<Object> values = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            values.add(
                    List.of(
                            0,
                            0,
                            Map.of(
                                    "product_id",
                                    product,
                                    "product_qty",
                                    100,
                                    "price_unit",
                                    7,
                                    "date_planned",
                                    "2027-01-10 08:00:00")));
        }
        long order = create("purchase.order", Map.of("partner_id", vendor, "order_line", values));
        orders.add(order);
        call("purchase.order", order, "button_confirm");
        List<Long> ids = new ArrayList<>(List.of(order));
        read("purchase.order", order, "order_line")
                .path("order_line")
                .forEach(line -> ids.add(line.asLong()));
        return ids;
    }

    /** An order that Odoo does not let go any more, because goods came in: it stays. */
    public void leave(long order) {
        orders.remove(order);
    }

    private String currencyOfTheCompany() throws OdooException, InterruptedException {
        long company = find("res.company").get(0);
        JsonNode named = read("res.company", company, "currency_id").path("currency_id");
        return (named.isArray() ? named.path(1) : named).asText();
    }

    public long create(String model, Map<String, ?> values)
            throws OdooException, InterruptedException {
        return RecordIds.of(
                        admin.call(
                                OdooCall.model(model, "create")
                                        .with("vals_list", OdooJson.node(values))))
                .get(0);
    }

    public void write(String model, long id, Map<String, ?> values)
            throws OdooException, InterruptedException {
        admin.call(
                OdooCall.records(model, List.of(id), "write").with("vals", OdooJson.node(values)));
    }

    public JsonNode call(String model, long id, String method)
            throws OdooException, InterruptedException {
        return admin.call(OdooCall.records(model, List.of(id), method));
    }

    public JsonNode read(String model, long id, String... fields)
            throws OdooException, InterruptedException {
        return admin.call(
                        OdooCall.records(model, List.of(id), "read")
                                .with("fields", OdooJson.array((Object[]) fields)))
                .path(0);
    }

    public String text(String model, long id, String field)
            throws OdooException, InterruptedException {
        return read(model, id, field).path(field).asText();
    }

    public List<Long> find(String model, Object[]... conditions)
            throws OdooException, InterruptedException {
        var domain = OdooJson.array();
        for (Object[] condition : conditions) {
            domain.add(OdooJson.array(condition));
        }
        return RecordIds.of(admin.call(OdooCall.model(model, "search").with("domain", domain)));
    }

    public int count(String model, Object[]... conditions)
            throws OdooException, InterruptedException {
        return find(model, conditions).size();
    }

    /** Messages of an order that hold a text. */
    public int messages(long order, String text) throws OdooException, InterruptedException {
        return count(
                "mail.message",
                is("model", "purchase.order"),
                is("res_id", order),
                new Object[] {"body", "ilike", text});
    }

    /** Runs code of Odoo's own, once. */
    public JsonNode code(String code) throws OdooException, InterruptedException {
        long model = find("ir.model", is("model", UpdateAction.LEDGER)).get(0);
        long action =
                create(
                        "ir.actions.server",
                        Map.of("name", run, "model_id", model, "state", "code", "code", code));
        try {
            return call("ir.actions.server", action, "run");
        } finally {
            call("ir.actions.server", action, "unlink");
        }
    }

    public static Object[] is(String field, Object value) {
        return new Object[] {field, "=", value};
    }

    @Override
    public void close() throws OdooException, InterruptedException {
        bot.close();
        for (long order : orders) {
            List<Long> bills =
                    find("account.move", is("invoice_line_ids.purchase_order_id", order));
            for (long bill : bills) {
                call("account.move", bill, "unlink");
            }
            call("purchase.order", order, "button_cancel");
            call("purchase.order", order, "unlink");
        }
        code(
                ("env.cr.execute(\"delete from x_milepost_effect where x_shard like '%s/%%'\")\n"
                                + "env.cr.execute(\"delete from x_milepost_ledger where x_name like"
                                + " '%s/%%'\")\n")
                        .formatted(run, run));
        for (long price : find("product.supplierinfo", is("partner_id", vendor))) {
            call("product.supplierinfo", price, "unlink");
        }
        write("product.product", product, Map.of("active", false));
        write("res.partner", vendor, Map.of("active", false));
        for (long user : find("res.users", new Object[] {"login", "ilike", run})) {
            write("res.users", user, Map.of("active", false));
        }
        admin.close();
        access.close();
    }
}
