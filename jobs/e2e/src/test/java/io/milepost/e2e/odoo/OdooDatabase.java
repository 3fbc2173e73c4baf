package io.milepost.e2e.odoo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL with tables of Odoo 18, whose log can be read as rows. People work in it by
 * SQL, in the steps in which Odoo writes: a new line first has neither state nor company.
 */
final class OdooDatabase implements AutoCloseable {

    /** Moment of writing in UTC, which is when the transaction began. */
    static final String NOW = "now() at time zone 'utc'";

    private final EmbeddedPostgres server;
    private final Connection plain;

    private OdooDatabase(EmbeddedPostgres server, Connection plain) {
        this.server = server;
        this.plain = plain;
    }

    static OdooDatabase start() throws IOException, SQLException {
        String platform = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
        Assumptions.assumeTrue(
                platform.equals("Linux/amd64"),
                "PostgreSQL: binaries for Linux/amd64 are there, but this is " + platform);
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setServerConfig("wal_level", "logical")
                        .setServerConfig("max_wal_senders", "4")
                        .setServerConfig("fsync", "off")
                        .start();
        OdooDatabase odoo = new OdooDatabase(server, server.getPostgresDatabase().getConnection());
        try (InputStream schema = OdooDatabase.class.getResourceAsStream("odoo18.sql")) {
            odoo.run(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
        return odoo;
    }

    int port() {
        return server.getPort();
    }

    /** A connection of its own, for a transaction beside others. */
    Connection begin() throws SQLException {
        Connection connection = server.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** One transaction. */
    void run(String... statements) throws SQLException {
        run(plain, String.join(";\n", statements));
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of every row. */
    List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = plain.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** A number that a query has. */
    long number(String sql) throws SQLException {
        return Long.parseLong(column(sql).get(0));
    }

    /** A vendor of that name. */
    long vendor(String name) throws SQLException {
        return number(
                "insert into res_partner (name, active, write_date) values ('%s', true, %s) returning id"
                        .formatted(name, NOW));
    }

    /** A product with a number of ours and one of a vendor. */
    long product(String number, long vendor, String vendorNumber) throws SQLException {
        long template =
                number(
                        """
                        insert into product_template (categ_id, uom_id, name, active, write_date)
                        values (2, 1, '{"en_US": "Bolt"}', true, %s) returning id
                        """
                                .formatted(NOW));
        run(
                """
                insert into product_supplierinfo
                    (partner_id, product_tmpl_id, product_code, sequence, delay, min_qty, price, write_date)
                values (%d, %d, '%s', 1, 0, 0, 1.05, %s)
                """
                        .formatted(vendor, template, vendorNumber, NOW));
        return number(
                """
                insert into product_product (product_tmpl_id, default_code, active, write_date)
                values (%d, '%s', true, %s) returning id
                """
                        .formatted(template, number, NOW));
    }

    /**
     * A confirmed order with lines of 100 and its receipt, in one transaction as Odoo flushes it.
     *
     * @return its id
     */
    long order(long vendor, long product, int lines) throws SQLException {
        StringBuilder sql = new StringBuilder("do $$ declare o int; l int; p int; begin\n");
        sql.append(
                """
                insert into purchase_order (partner_id, currency_id, company_id, name, state, date_order,
                    incoterm_id, picking_type_id, create_date, write_date)
                values (%d, 1, 1, 'P' || lpad(nextval('order_number')::text, 5, '0'), 'draft',
                    date_trunc('second', %s), 1, 1, %s, %s) returning id into o;
                insert into stock_picking (picking_type_id, company_id, name, state, scheduled_date, write_date)
                values (1, 1, 'WH/IN/' || o, 'assigned', '2026-12-10 08:00:00', %s) returning id into p;
                """
                        .formatted(vendor, NOW, NOW, NOW, NOW));
        for (int line = 0; line < lines; line++) {
            sql.append(
                    """
                    insert into purchase_order_line (order_id, sequence, product_id, product_uom, name,
                        product_qty, price_unit, date_planned, create_date, write_date)
                    values (o, 10, %d, 1, 'Bolt M8x40', 100.00, 1.10, '2026-12-10 08:00:00', %s, %s)
                    returning id into l;
                    update purchase_order_line set state = 'draft', company_id = 1, partner_id = %d,
                        qty_received_method = 'stock_moves', qty_received = 0.00, product_uom_qty = 100
                        where id = l;
                    update purchase_order_line set state = 'purchase' where id = l;
                    insert into stock_move (company_id, product_id, product_uom, picking_id, purchase_line_id,
                        name, state, product_uom_qty, quantity, picked, date, write_date)
                    values (1, %d, 1, p, l, 'Bolt', 'assigned', 100, 100, false, '2026-12-10 08:00:00', %s);
                    """
                            .formatted(product, NOW, NOW, vendor, product, NOW));
        }
        sql.append(
                """
                update purchase_order set state = 'purchase', date_planned = '2026-12-10 08:00:00',
                    date_approve = date_trunc('second', %s) where id = o;
                end $$
                """
                        .formatted(NOW));
        run(sql.toString());
        return number("select max(id) from purchase_order");
    }

    /** The lines of an order. */
    List<Long> lines(long order) throws SQLException {
        return column(
                        "select id from purchase_order_line where order_id = "
                                + order
                                + " order by id")
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    /**
     * 60 stay on a line of 100 and 40 become another, as the server action does that.
     *
     * @return id of the part
     */
    long split(long line) throws SQLException {
        run(
                """
                do $$ declare c int; begin
                insert into purchase_order_line (order_id, sequence, product_id, product_uom, name, product_qty,
                    price_unit, date_planned, state, company_id, partner_id, qty_received_method, qty_received,
                    product_uom_qty, create_date, write_date)
                select order_id, sequence, product_id, product_uom, name, 40.00, price_unit,
                    '2027-01-15 08:00:00', state, company_id, partner_id, qty_received_method, 0.00, 40, %s, %s
                    from purchase_order_line where id = %d returning id into c;
                update purchase_order_line set product_qty = 60.00, product_uom_qty = 60, write_date = %s
                    where id = %d;
                insert into x_milepost_effect (x_name, x_kind, x_shard, x_value, create_date, write_date) values
                    ('split of ' || %d, 'SPLIT_LINE', 'odoo.commands/0', null, %s, %s),
                    ('purchase.order.line,' || c || ',split_of', null, 'odoo.commands/0', '%d', %s, %s);
                end $$
                """
                        .formatted(NOW, NOW, line, NOW, line, line, NOW, NOW, line, NOW, NOW));
        return number("select max(id) from purchase_order_line");
    }

    /** Sets a line's date. */
    static String date(long line, String date) {
        return "update purchase_order_line set date_planned = '%s', write_date = %s where id = %d"
                .formatted(date, NOW, line);
    }

    @Override
    public void close() throws IOException, SQLException {
        plain.close();
        server.close();
    }
}
