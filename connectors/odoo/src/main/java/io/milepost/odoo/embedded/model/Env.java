package io.milepost.odoo.embedded.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.store.Row;
import io.milepost.odoo.embedded.store.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One caller in one transaction: who, with what context, and the records as they see them. */
public final class Env {
    private final Models models;
    private final Transaction transaction;
    private final long uid;
    private final boolean superuser;
    private final ObjectNode context;

    /** The world of a user for the length of a transaction. */
    public Env(Models models, Transaction transaction, long uid, ObjectNode context) {
        this(models, transaction, uid, false, context);
    }

    private Env(
            Models models,
            Transaction transaction,
            long uid,
            boolean superuser,
            ObjectNode context) {
        this.models = models;
        this.transaction = transaction;
        this.uid = uid;
        this.superuser = superuser;
        this.context = context;
    }

    /** The same without asking for rights. */
    public Env sudo() {
        return superuser ? this : new Env(models, transaction, uid, true, context);
    }

    /** The same without what the caller put into the context. */
    public Env plain() {
        ObjectNode utc = JsonNodeFactory.instance.objectNode().put("tz", "UTC");
        return new Env(models, transaction, uid, superuser, utc);
    }

    /** All models. */
    public Models models() {
        return models;
    }

    /** The transaction. */
    public Transaction transaction() {
        return transaction;
    }

    /** The user. */
    public long uid() {
        return uid;
    }

    /** Whether rights are not asked for. */
    public boolean superuser() {
        return superuser;
    }

    /** What the caller put into the context. */
    public ObjectNode context() {
        return context;
    }

    /** The major release that is doubled. */
    public int series() {
        return models.series();
    }

    /** The transaction's time without fractions, as most fields keep it. */
    public Instant now() {
        return transaction.start().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The transaction's day. */
    public LocalDate today() {
        return Times.day(transaction.start());
    }

    /** A model by its name. */
    public Model model(String name) {
        return models.get(name);
    }

    /** A record, refused if it is not there. */
    public Row row(String model, long id) {
        Row row = transaction.get(model, id);
        if (row == null) {
            throw OdooError.missing(model, id, uid);
        }
        return row;
    }

    /** Records, refused if one is not there. */
    public List<Row> rows(String model, Collection<Long> ids) {
        return ids.stream().map(id -> row(model, id)).toList();
    }

    /** A record; {@code null} if it is not there. */
    public Row find(String model, Long id) {
        return id == null ? null : transaction.get(model, id);
    }

    /** Records by an indexed field, by id. */
    public List<Row> by(String model, String field, Object value) {
        return transaction.scan(model).with(field, List.of(value));
    }

    /** Stores a new record, with who and when. */
    public Row insert(Model model, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("create_date", transaction.start());
        all.put("create_uid", uid);
        all.put("write_date", transaction.start());
        all.put("write_uid", uid);
        Row row = Row.of(transaction.nextId(model.name()), all);
        model.claimUnique(this, row);
        transaction.put(model.name(), row);
        return row;
    }

    /** Stores values, with who and when, whether they are new or not. */
    public Row update(String model, long id, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("write_date", transaction.start());
        all.put("write_uid", uid);
        Row row = row(model, id).with(all);
        transaction.put(model, row);
        return row;
    }

    /** Stores what was computed: leaves no trace where nothing is new. */
    public Row recompute(String model, long id, Map<String, Object> values) {
        Row row = row(model, id);
        boolean same =
                values.entrySet().stream()
                        .allMatch(
                                value -> Objects.equals(row.get(value.getKey()), value.getValue()));
        return same ? row : update(model, id, values);
    }

    /** How a record is called. */
    public String displayName(String model, long id) {
        Row row = models.known(model) ? transaction.get(model, id) : null;
        return row == null ? model + "," + id : models.get(model).displayName(this, row);
    }
}
