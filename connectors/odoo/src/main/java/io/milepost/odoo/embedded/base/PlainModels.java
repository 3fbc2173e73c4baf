package io.milepost.odoo.embedded.base;

import static io.milepost.odoo.embedded.model.Field.chars;
import static io.milepost.odoo.embedded.model.Field.many2many;
import static io.milepost.odoo.embedded.model.Field.many2one;
import static io.milepost.odoo.embedded.model.Field.of;

import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field;
import io.milepost.odoo.embedded.model.Field.Type;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.model.Models;
import io.milepost.odoo.embedded.store.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models that only keep what they are given. */
public final class PlainModels {

    private PlainModels() {}

    /** Adds the models of the base: users, rights, names, partners, companies. */
    public static void addTo(Models models) {
        models.add(new ExternalIds());
        models.add(new Users(models.series()));
        models.add(Users.keys());
        models.add(Users.ends());
        models.add(MadeModels.access());
        models.add(MadeModels.models());
        models.add(MadeModels.fields());
        models.add(groups());
        models.add(partners());
        models.add(
                named("res.company", "Companies")
                        .fields(many2one("currency_id", "Currency", "res.currency")));
        models.add(named("res.currency", "Currency"));
        models.add(named("res.country", "Country").fields(chars("code", "Country Code").indexed()));
        models.add(
                named("uom.uom", "Product Unit of Measure")
                        .fields(
                                of(
                                        models.series() < 19 ? "factor_inv" : "factor",
                                        Type.FLOAT,
                                        "Ratio")));
        models.add(warehouses());
        models.add(named("account.tax", "Tax").fields(of("amount", Type.FLOAT, "Amount")));
        models.add(named("account.journal", "Journal"));
        models.add(named("stock.location", "Inventory Locations"));
        models.add(
                named("stock.picking.type", "Picking Type")
                        .fields(
                                chars("code", "Type of Operation"),
                                many2one("warehouse_id", "Warehouse", "stock.warehouse")));
        models.add(
                named("product.category", "Product Category")
                        .fields(chars("complete_name", "Complete Name")));
        models.add(named("account.incoterms", "Incoterms").fields(chars("code", "Code")));
        models.add(named("delivery.carrier", "Shipping Methods"));
        models.add(named("procurement.group", "Procurement Group"));
        models.add(named("mail.message.subtype", "Message subtypes"));
        models.add(named("mail.activity.type", "Activity Type"));
        models.add(
                named("ir.module.module", "Module")
                        .fields(chars("state", "Status"), chars("latest_version", "Version")));
        models.add(
                new Model("ir.config_parameter", "System Parameter", "key")
                        .fields(chars("key", "Key").required().indexed(), chars("value", "Value")));
        models.add(
                named("base.automation", "Automation Rule")
                        .fields(
                                many2one("model_id", "Model", "ir.model"),
                                chars("trigger", "Trigger"),
                                many2many("action_server_ids", "Actions", "ir.actions.server")));
    }

    private static Model named(String name, String title) {
        return new Model(name, title, "id")
                .fields(
                        chars("name", "Name").required().indexed(),
                        of("active", Type.BOOLEAN, "Active"));
    }

    /** A new one gets the operation types that goods come in and go out by. */
    private static Model warehouses() {
        Model warehouses =
                new Model("stock.warehouse", "Warehouse", "id") {
                    @Override
                    protected Row created(Env env, Row row) {
                        // The first one's come with the database, under external ids.
                        if (row.id() > 1) {
                            operations(env, row);
                        }
                        return row;
                    }
                };
        return warehouses.fields(
                chars("name", "Name").required().indexed(),
                chars("code", "Short Name"),
                of("active", Type.BOOLEAN, "Active"));
    }

    private static void operations(Env env, Row warehouse) {
        for (String code : List.of("incoming", "outgoing")) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", warehouse.text("name") + ": " + code);
            values.put("code", code);
            values.put("warehouse_id", warehouse.id());
            env.model("stock.picking.type").create(env.sudo(), values);
        }
    }

    private static Model groups() {
        return new Model("res.groups", "Access Groups", "name")
                .fields(
                        chars("name", "Name").required().indexed(),
                        chars("full_name", "Group Name"),
                        chars("comment", "Comment"),
                        many2many("implied_ids", "Inherits", "res.groups"),
                        many2many("users", "Users", "res.users"));
    }

    private static Model partners() {
        Model partners =
                new Model("res.partner", "Contact", "name, id") {
                    @Override
                    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
                        return Map.of("active", true, "is_company", false);
                    }

                    @Override
                    public String displayName(Env env, Row row) {
                        return row.text("name");
                    }
                };
        return partners.fields(
                chars("name", "Name").required().indexed(),
                chars("ref", "Reference").indexed(),
                chars("email", "Email"),
                chars("phone", "Phone"),
                chars("vat", "Tax ID"),
                chars("lang", "Language"),
                chars("tz", "Timezone"),
                of("is_company", Type.BOOLEAN, "Is a Company"),
                of("active", Type.BOOLEAN, "Active"),
                of("supplier_rank", Type.INTEGER, "Supplier Rank"),
                of("customer_rank", Type.INTEGER, "Customer Rank"),
                many2one("country_id", "Country", "res.country"),
                many2one("parent_id", "Related Company", "res.partner"),
                Field.many2one("company_id", "Company", "res.company"));
    }
}
