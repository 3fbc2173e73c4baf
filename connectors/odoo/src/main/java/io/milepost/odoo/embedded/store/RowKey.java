package io.milepost.odoo.embedded.store;

/** What a transaction can hold against others: a record of a table, or a unique value in it. */
record RowKey(String table, Object what) {}
