package io.milepost.odoo.embedded.base;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a fresh database has. */
public final class Seeds {
    private static final List<String> MODULES =
            List.of(
                    "base",
                    "mail",
                    "purchase",
                    "stock",
                    "purchase_stock",
                    "account",
                    "sale",
                    "sale_purchase",
                    "stock_delivery");

    private final Env env;

    private Seeds(Env env) {
        this.env = env.sudo();
    }

    /** Puts everything in. */
    public static void plant(Env env) {
        Seeds seeds = new Seeds(env);
        seeds.names();
        seeds.groups();
        seeds.people();
        seeds.models();
    }

    private void names() {
        named("res.currency", "base.USD", "USD");
        named("res.country", "base.us", "United States");
        seed("res.company", "base.main_company", Map.of("name", "My Company", "currency_id", 1L));
        unit("uom.product_uom_unit", "Units", 1);
        unit("uom.product_uom_dozen", "Dozens", 12);
        unit("uom.product_uom_kgm", "kg", 1);
        unit("uom.product_uom_meter", "m", 1);
        seed("stock.warehouse", "stock.warehouse0", Map.of("name", "My Company", "code", "WH"));
        seed("product.category", null, Map.of("name", "All", "complete_name", "All"));
        seed(
                "account.incoterms",
                "account.incoterm_EXW",
                Map.of("name", "EX WORKS", "code", "EXW"));
        seed("account.tax", "account.1_sale_tax", Map.of("name", "15% (sales)", "amount", 15.0));
        seed("account.tax", "account.1_purchase_tax", Map.of("name", "15%", "amount", 15.0));
        named("account.journal", "account.1_sale", "Customer Invoices");
        named("account.journal", "account.1_purchase", "Vendor Bills");
        pickingType("stock.picking_type_in", "My Company: Receipts", "incoming");
        pickingType("stock.picking_type_out", "My Company: Delivery Orders", "outgoing");
        for (String place : List.of("Physical Locations", "Partners", "WH")) {
            seed("stock.location", null, Map.of("name", place));
        }
        named("stock.location", "stock.stock_location_suppliers", "Partners/Vendors");
        named("stock.location", "stock.stock_location_customers", "Partners/Customers");
        seed("stock.location", null, Map.of("name", "Virtual Locations"));
        seed("stock.location", null, Map.of("name", "Virtual Locations/Scrap"));
        named("stock.location", "stock.stock_location_stock", "WH/Stock");
        named("mail.message.subtype", "mail.mt_comment", "Discussions");
        named("mail.message.subtype", "mail.mt_note", "Note");
        named("mail.activity.type", "mail.mail_activity_data_email", "Email");
        named("mail.activity.type", "mail.mail_activity_data_call", "Call");
        named("mail.activity.type", "mail.mail_activity_data_meeting", "Meeting");
        named("mail.activity.type", "mail.mail_activity_data_todo", "To-Do");
        for (String module : MODULES) {
            seed("ir.module.module", null, Map.of("name", module, "state", "installed"));
        }
    }

    private void groups() {
        group("base.group_user", "User types/Internal User");
        group("base.group_partner_manager", contactCreation());
        group("base.group_erp_manager", "Administration/Access Rights", "base.group_user");
        group("stock.group_stock_user", "Inventory/User", "base.group_user");
        group("stock.group_stock_manager", "Inventory/Administrator", "stock.group_stock_user");
        group("purchase.group_purchase_user", "Purchase/User", "base.group_user");
        group(
                "purchase.group_purchase_manager",
                "Purchase/Administrator",
                "purchase.group_purchase_user");
        group("account.group_account_invoice", "Invoicing/Billing", "base.group_user");
        group(
                "sales_team.group_sale_salesman_all_leads",
                "Sales/User: All Documents",
                "base.group_user");
        group(
                "sales_team.group_sale_manager",
                "Sales/Administrator",
                "sales_team.group_sale_salesman_all_leads");
        group(
                "base.group_system",
                "Administration/Settings",
                "base.group_erp_manager",
                "base.group_partner_manager",
                "stock.group_stock_manager",
                "purchase.group_purchase_manager",
                "account.group_account_invoice",
                "sales_team.group_sale_manager");
    }

    private String contactCreation() {
        return env.series() < 19 ? "Extra Rights/Contact Creation" : "Contact/Creation";
    }

    private void people() {
        seed("res.partner", "base.main_partner", Map.of("name", "My Company", "is_company", true));
        seed("res.partner", "base.partner_root", Map.of("name", "OdooBot"));
        seed(
                "res.partner",
                "base.partner_admin",
                Map.of("name", "Mitchell Admin", "email", "admin@example.com"));
        user("base.user_root", "__system__", 2);
        user("base.user_admin", "admin", 3);
    }

    private void user(String xmlid, String login, long partner) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("login", login);
        values.put("name", env.row("res.partner", partner).text("name"));
        values.put("partner_id", partner);
        values.put("tz", "Europe/Brussels");
        values.put("lang", "en_US");
        values.put(Groups.field(env), List.of(ExternalIds.find(env, "base.group_system")));
        seed("res.users", xmlid, values);
    }

    private void models() {
        for (Model model : env.models().all()) {
            seed(
                    "ir.model",
                    "base.model_" + model.name().replace('.', '_'),
                    Map.of("name", model.title(), "model", model.name(), "state", "base"));
        }
    }

    private void group(String xmlid, String title, String... implied) {
        List<Long> ids = new ArrayList<>();
        for (String other : implied) {
            ids.add(ExternalIds.find(env, other));
        }
        String name = title.substring(title.indexOf('/') + 1);
        seed("res.groups", xmlid, Map.of("name", name, "full_name", title, "implied_ids", ids));
    }

    private void unit(String xmlid, String name, double factor) {
        String field = env.series() < 19 ? "factor_inv" : "factor";
        seed("uom.uom", xmlid, Map.of("name", name, field, factor));
    }

    private void pickingType(String xmlid, String name, String code) {
        seed("stock.picking.type", xmlid, Map.of("name", name, "code", code, "warehouse_id", 1L));
    }

    private void named(String model, String xmlid, String name) {
        seed(model, xmlid, Map.of("name", name));
    }

    private void seed(String model, String xmlid, Map<String, Object> values) {
        long id = env.model(model).create(env, values).id();
        if (xmlid != null) {
            int dot = xmlid.indexOf('.');
            Map<String, Object> name =
                    Map.of(
                            "module",
                            xmlid.substring(0, dot),
                            "name",
                            xmlid.substring(dot + 1),
                            "model",
                            model,
                            "res_id",
                            id);
            env.model("ir.model.data").create(env, name);
        }
    }
}
