-- Tables of Odoo 18 as they lie in its database: names, types, keys and what a deletion takes with
-- it, without the columns that no change is made of. With a few rows that every database has.

CREATE SEQUENCE order_number;

CREATE TABLE res_company (id serial PRIMARY KEY, name varchar NOT NULL);
CREATE TABLE res_currency (
    id serial PRIMARY KEY, name varchar(3) NOT NULL, symbol varchar NOT NULL, write_date timestamp);
CREATE TABLE res_partner (
    id serial PRIMARY KEY, company_id int4 REFERENCES res_company, parent_id int4 REFERENCES res_partner,
    name varchar, complete_name varchar, vat varchar, comment text, active bool, color int4,
    write_uid int4, write_date timestamp);
CREATE TABLE ir_model_data (
    id serial PRIMARY KEY, res_id int4, noupdate bool, name varchar NOT NULL, module varchar NOT NULL,
    model varchar NOT NULL, write_date timestamp, UNIQUE (module, name));

CREATE TABLE uom_uom (
    id serial PRIMARY KEY, category_id int4 NOT NULL, uom_type varchar NOT NULL, name jsonb NOT NULL,
    factor numeric NOT NULL, rounding numeric NOT NULL, active bool, write_date timestamp);
CREATE TABLE product_category (
    id serial PRIMARY KEY, parent_id int4 REFERENCES product_category, name varchar NOT NULL,
    complete_name varchar, write_date timestamp);
CREATE TABLE product_template (
    id serial PRIMARY KEY, categ_id int4 NOT NULL REFERENCES product_category, uom_id int4 NOT NULL,
    name jsonb NOT NULL, description_purchase jsonb, default_code varchar, type varchar, active bool,
    write_date timestamp);
CREATE TABLE product_product (
    id serial PRIMARY KEY, product_tmpl_id int4 NOT NULL REFERENCES product_template,
    default_code varchar, barcode varchar, standard_price jsonb, active bool, write_date timestamp);
CREATE TABLE product_supplierinfo (
    id serial PRIMARY KEY, partner_id int4 NOT NULL REFERENCES res_partner,
    product_tmpl_id int4 REFERENCES product_template ON DELETE CASCADE,
    product_id int4 REFERENCES product_product, company_id int4 REFERENCES res_company, sequence int4,
    delay int4 NOT NULL, product_name varchar, product_code varchar, min_qty numeric NOT NULL,
    price numeric NOT NULL, write_date timestamp);

CREATE TABLE account_incoterms (
    id serial PRIMARY KEY, name jsonb NOT NULL, code varchar(3) NOT NULL, write_date timestamp);
CREATE TABLE stock_warehouse (
    id serial PRIMARY KEY, company_id int4 NOT NULL, name varchar NOT NULL, code varchar(5) NOT NULL,
    write_date timestamp);
CREATE TABLE stock_picking_type (
    id serial PRIMARY KEY, warehouse_id int4 REFERENCES stock_warehouse, company_id int4 NOT NULL,
    code varchar NOT NULL, name jsonb NOT NULL, write_date timestamp);

CREATE TABLE purchase_order (
    id serial PRIMARY KEY, partner_id int4 NOT NULL REFERENCES res_partner,
    currency_id int4 NOT NULL REFERENCES res_currency, incoterm_id int4 REFERENCES account_incoterms,
    user_id int4, company_id int4 NOT NULL REFERENCES res_company, write_uid int4, name varchar NOT NULL,
    origin varchar, partner_ref varchar, state varchar, invoice_status varchar, notes text,
    amount_untaxed numeric, currency_rate numeric, mail_reception_confirmed bool,
    date_order timestamp NOT NULL, date_approve timestamp, date_planned timestamp, create_date timestamp,
    write_date timestamp, picking_type_id int4 NOT NULL REFERENCES stock_picking_type,
    receipt_status varchar, effective_date timestamp);
CREATE TABLE purchase_order_line (
    id serial PRIMARY KEY, sequence int4, product_uom int4 REFERENCES uom_uom,
    product_id int4 REFERENCES product_product,
    order_id int4 NOT NULL REFERENCES purchase_order ON DELETE CASCADE, company_id int4, partner_id int4,
    currency_id int4, write_uid int4, state varchar, qty_received_method varchar, display_type varchar,
    analytic_distribution jsonb, name text NOT NULL, product_qty numeric NOT NULL, discount numeric,
    price_unit numeric NOT NULL, qty_invoiced numeric, qty_received numeric, qty_received_manual numeric,
    date_planned timestamp, create_date timestamp, write_date timestamp,
    product_uom_qty double precision, price_tax double precision);

CREATE TABLE stock_picking (
    id serial PRIMARY KEY, backorder_id int4, picking_type_id int4 NOT NULL REFERENCES stock_picking_type,
    partner_id int4, company_id int4, write_uid int4, name varchar, origin varchar, state varchar,
    carrier_tracking_ref varchar, scheduled_date timestamp, date_deadline timestamp, date_done timestamp,
    write_date timestamp);
CREATE TABLE stock_move (
    id serial PRIMARY KEY, company_id int4 NOT NULL, product_id int4 NOT NULL, product_uom int4 NOT NULL,
    picking_id int4 REFERENCES stock_picking, purchase_line_id int4 REFERENCES purchase_order_line ON DELETE SET NULL,
    write_uid int4, name varchar NOT NULL, state varchar, product_uom_qty numeric NOT NULL,
    quantity numeric, picked bool, date timestamp NOT NULL, date_deadline timestamp, write_date timestamp,
    product_qty double precision);

CREATE TABLE account_move (
    id serial PRIMARY KEY, company_id int4, currency_id int4 NOT NULL, partner_id int4, write_uid int4,
    name varchar, ref varchar, state varchar NOT NULL, move_type varchar NOT NULL, payment_state varchar,
    invoice_origin varchar, narration text, date date NOT NULL, invoice_date date, invoice_date_due date,
    amount_total numeric, write_date timestamp);
CREATE TABLE account_move_line (
    id serial PRIMARY KEY, move_id int4 NOT NULL REFERENCES account_move ON DELETE CASCADE,
    company_id int4, account_id int4, product_id int4, product_uom_id int4,
    purchase_line_id int4 REFERENCES purchase_order_line ON DELETE SET NULL, parent_state varchar,
    display_type varchar NOT NULL, name varchar, quantity numeric, price_unit numeric, debit numeric,
    credit numeric, write_date timestamp);

-- Made by milepost odoo setup.
CREATE TABLE x_milepost_effect (
    id serial PRIMARY KEY, create_uid int4, write_uid int4, x_name varchar UNIQUE, x_kind varchar,
    x_shard varchar, x_seq varchar, x_outcome varchar, x_found varchar, x_error varchar, x_record varchar,
    x_value varchar, create_date timestamp, write_date timestamp);

INSERT INTO res_company (name) VALUES ('Bolts Trading'), ('Bolts Trading GmbH');
INSERT INTO res_currency (name, symbol, write_date) VALUES ('EUR', '€', now()), ('USD', '$', now());
INSERT INTO uom_uom (category_id, uom_type, name, factor, rounding, active, write_date) VALUES
    (1, 'reference', '{"en_US": "Units", "de_DE": "Einheiten"}', 1.0, 0.01, true, now()),
    (1, 'bigger', '{"en_US": "Dozens", "de_DE": "Dutzend"}', 0.08333333333333333, 0.01, true, now()),
    (1, 'bigger', '{"en_US": "Box of 50", "de_DE": "50er-Karton"}', 0.02, 0.01, true, now());
-- Renamed by the company; by its external id it is still what it was.
UPDATE uom_uom SET name = '{"en_US": "Pieces", "de_DE": "Stück"}' WHERE id = 1;
INSERT INTO ir_model_data (res_id, noupdate, name, module, model, write_date) VALUES
    (1, true, 'product_uom_unit', 'uom', 'uom.uom', now()),
    (2, true, 'product_uom_dozen', 'uom', 'uom.uom', now()),
    (1, true, 'main_company', 'base', 'res.company', now());
INSERT INTO product_category (name, complete_name, write_date) VALUES ('All', 'All', now()),
    ('Fasteners', 'All / Fasteners', now());
INSERT INTO account_incoterms (name, code, write_date) VALUES ('{"en_US": "DELIVERED DUTY PAID"}', 'DDP', now());
INSERT INTO stock_warehouse (company_id, name, code, write_date) VALUES (1, 'Main', 'WH', now()),
    (2, 'Berlin', 'BER', now());
INSERT INTO stock_picking_type (warehouse_id, company_id, code, name, write_date) VALUES
    (1, 1, 'incoming', '{"en_US": "Receipts"}', now()), (1, 1, 'outgoing', '{"en_US": "Deliveries"}', now()),
    (2, 2, 'incoming', '{"en_US": "Receipts"}', now());
