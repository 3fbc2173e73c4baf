package io.milepost.odoo.embedded;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milepost.odoo.embedded.accounting.BillFlow;
import io.milepost.odoo.embedded.accounting.BillLines;
import io.milepost.odoo.embedded.accounting.Bills;
import io.milepost.odoo.embedded.action.MilepostProgram;
import io.milepost.odoo.embedded.action.Program;
import io.milepost.odoo.embedded.action.ServerActions;
import io.milepost.odoo.embedded.action.SqlStatements;
import io.milepost.odoo.embedded.base.AccessRules;
import io.milepost.odoo.embedded.base.PlainModels;
import io.milepost.odoo.embedded.base.Seeds;
import io.milepost.odoo.embedded.mail.Activities;
import io.milepost.odoo.embedded.mail.Chatter;
import io.milepost.odoo.embedded.mail.Messages;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Field;
import io.milepost.odoo.embedded.model.Model;
import io.milepost.odoo.embedded.model.Models;
import io.milepost.odoo.embedded.product.Products;
import io.milepost.odoo.embedded.product.SupplierPrices;
import io.milepost.odoo.embedded.purchase.OrderLines;
import io.milepost.odoo.embedded.purchase.Orders;
import io.milepost.odoo.embedded.stock.Moves;
import io.milepost.odoo.embedded.stock.Pickings;
import io.milepost.odoo.embedded.stock.Receiving;
import io.milepost.odoo.embedded.stock.Returns;
import io.milepost.odoo.embedded.store.Store;
import io.milepost.odoo.embedded.store.Transaction;
import java.util.ArrayList;
import java.util.List;

/** A fresh database with all models and what comes with them. */
final class Database {

    private Database() {}

    static Models create(Store store, EmbeddedOdooOptions options) {
        int series = options.series();
        Models models = new Models(store, series, new AccessRules());
        PlainModels.addTo(models);
        models.add(Products.templates());
        models.add(new Products());
        models.add(new SupplierPrices());
        models.add(Messages.model());
        models.add(new Activities());
        Orders orders = new Orders(series);
        BillFlow.addTo(orders);
        models.add(orders);
        models.add(new OrderLines(series));
        models.add(new Pickings());
        models.add(new Moves());
        models.add(Receiving.wizard());
        Returns.addTo(models);
        models.add(new Bills());
        models.add(new BillLines());
        sales(models);
        models.add(new ServerActions(series, programs(options)));
        for (String counter : COUNTERS) {
            store.define(counter, List.of());
        }
        try (Transaction transaction = store.begin()) {
            Seeds.plant(new Env(models, transaction, 1, JsonNodeFactory.instance.objectNode()));
            transaction.commit();
        }
        return models;
    }

    private static void sales(Models models) {
        Model sales = new Model("sale.order", "Sales Order", "date_order desc, id desc");
        sales.fields(
                Field.chars("name", "Order Reference").required().indexed(),
                Field.chars("state", "Status"),
                Field.of("date_order", Field.Type.DATETIME, "Order Date"),
                Field.of("commitment_date", Field.Type.DATETIME, "Delivery Date"),
                Field.many2one("partner_id", "Customer", "res.partner"),
                Field.many2one("user_id", "Salesperson", "res.users"),
                Field.one2many("order_line", "Order Lines", "sale.order.line", "order_id"));
        models.add(Chatter.addTo(sales));
        Model lines = new Model("sale.order.line", "Sales Order Line", "order_id, id");
        lines.fields(
                Field.many2one("order_id", "Order Reference", "sale.order").required().indexed(),
                Field.many2one("product_id", "Product", "product.product"),
                Field.of("product_uom_qty", Field.Type.FLOAT, "Quantity"));
        models.add(lines);
    }

    private static final List<String> COUNTERS =
            List.of(
                    "purchase.order/name",
                    "stock.picking/in",
                    "stock.picking/out",
                    "stock.move.line",
                    "account.move/BILL",
                    "account.move/RBILL");

    private static List<Program> programs(EmbeddedOdooOptions options) {
        List<Program> programs = new ArrayList<>(options.programs());
        programs.add(new MilepostProgram(options.ledger()));
        programs.add(new SqlStatements());
        return programs;
    }
}
