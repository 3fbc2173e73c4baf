package io.milepost.e2e.odoo;

import io.milepost.odoo.client.HttpOdooClient;
import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.client.OdooSettings;
import io.milepost.odoo.embedded.Account;
import io.milepost.odoo.embedded.EmbeddedOdoo;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.desk.Buying;
import io.milepost.odoo.setup.Feature;
import io.milepost.odoo.setup.OdooSetup;
import io.milepost.odoo.setup.SetupOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** A double of Odoo that was set up for Milepost, with orders in it. */
final class OdooSite implements Site {

    private static final String BOT = "milepost-bot";

    private final EmbeddedOdoo odoo;
    private final Account bot;
    private final Path key;

    private OdooSite(EmbeddedOdoo odoo, Account bot, Path key) {
        this.odoo = odoo;
        this.bot = bot;
        this.key = key;
    }

    /** Starts one and sets it up as `milepost odoo setup` does. */
    static OdooSite start() throws Exception {
        return start(EmbeddedOdooOptions.version18());
    }

    static OdooSite start(EmbeddedOdooOptions options) throws Exception {
        EmbeddedOdoo odoo = EmbeddedOdoo.start(options);
        Account bot = odoo.addUser(BOT, List.of("base.group_user"));
        Account admin = odoo.admin();
        try (OdooClient client =
                HttpOdooClient.open(
                        OdooSettings.of(odoo.url(), odoo.database(), admin.login(), admin::key))) {
            new OdooSetup(client, new SetupOptions(BOT, null, EnumSet.allOf(Feature.class))).run();
        }
        Path key = Files.createTempFile("milepost-odoo", ".key");
        Files.writeString(key, bot.key());
        return new OdooSite(odoo, bot, key);
    }

    EmbeddedOdoo odoo() {
        return odoo;
    }

    @Override
    public List<String> settings() {
        return List.of(
                "--odoo-url=" + odoo.url(),
                "--odoo-database=" + odoo.database(),
                "--odoo-login=" + bot.login(),
                "--odoo-key=${file:" + key + "}",
                "--odoo-instance=odoo");
    }

    /** A client of the bot. */
    OdooClient client() throws Exception {
        return HttpOdooClient.open(
                OdooSettings.of(odoo.url(), odoo.database(), bot.login(), bot::key));
    }

    @Override
    public List<Line> orders(int count) {
        Buying buying = odoo.desk().buying();
        long vendor = buying.vendor("Bolts & Sons");
        long product = buying.product("M8-40", "Bolt M8x40");
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long order = buying.confirmedOrder(vendor, new Buying.Line(product, 100, 1.1, PLANNED));
            lines.add(new Line(order, buying.lines(order).get(0)));
        }
        return lines;
    }

    @Override
    public long activities(long order) {
        return odoo.counts().activities("purchase.order", order);
    }

    @Override
    public long notes(long order, String words) {
        return odoo.counts().messages("purchase.order", order);
    }

    @Override
    public String date(Line line) {
        return odoo.desk().read("purchase.order.line", line.line(), "date_planned").asText();
    }

    @Override
    public void edit(Line line, String date) {
        odoo.desk().write("purchase.order.line", line.line(), Map.of("date_planned", date));
    }

    @Override
    public boolean acknowledged(long order) {
        return odoo.desk().read("purchase.order", order, "mail_reception_confirmed").asBoolean();
    }

    @Override
    public List<String> tracking(long order) {
        List<String> tracking = new ArrayList<>();
        odoo.desk()
                .read("purchase.order", order, "picking_ids")
                .forEach(
                        id ->
                                tracking.add(
                                        odoo.desk()
                                                .read(
                                                        "stock.picking",
                                                        id.asLong(),
                                                        "carrier_tracking_ref")
                                                .asText()));
        return tracking;
    }

    @Override
    public String vendorReference(long order) {
        return odoo.desk().read("purchase.order", order, "partner_ref").asText();
    }

    /** Shards in the ledger, which have a number as their sequence. */
    List<String> shards() {
        List<String> shards = new ArrayList<>();
        var desk = odoo.desk();
        desk.call("x_milepost_ledger", "search", null, Map.of("domain", List.of()))
                .forEach(
                        id ->
                                shards.add(
                                        desk.read("x_milepost_ledger", id.asLong(), "x_name")
                                                .asText()));
        shards.removeIf(name -> !name.contains("/"));
        return shards;
    }

    @Override
    public void close() throws IOException {
        odoo.close();
        Files.deleteIfExists(key);
    }
}
