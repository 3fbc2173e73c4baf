package io.milepost.odoo.embedded.model;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.store.Row;
import io.milepost.odoo.embedded.store.UniqueViolationException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model: its fields, its methods, and what happens when its records change. */
public class Model {
    private final String name;
    private final String title;
    private final String order;
    private final Map<String, Field> fields = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Method> methods = new LinkedHashMap<>();
    private volatile String unique;
    private Models models;
    private Ordering ordering;

    /**
     * @param name technical name
     * @param title for people
     * @param order how its records are listed, for example {@code priority desc, id desc}
     */
    public Model(String name, String title, String order) {
        this.name = name;
        this.title = title;
        this.order = order;
        fields(
                Field.of("id", Field.Type.INTEGER, "ID"),
                Field.chars("display_name", "Display Name").computed(this::displayName),
                Field.of("create_date", Field.Type.DATETIME, "Created on"),
                Field.many2one("create_uid", "Created by", "res.users"),
                Field.of("write_date", Field.Type.DATETIME, "Last Updated on").indexed(),
                Field.many2one("write_uid", "Last Updated by", "res.users"));
        GenericMethods.addTo(this);
    }

    /** Adds fields. */
    public final Model fields(Field... more) {
        for (Field field : more) {
            fields.put(field.name(), field);
        }
        return this;
    }

    /** Adds a method. */
    public final Model method(Method method) {
        methods.put(method.name(), method);
        return this;
    }

    /** Lets no two records have the same value of an indexed field. */
    public final Model unique(String field) {
        unique = field;
        return this;
    }

    /** The field of which no two records have the same value; {@code null} for none. */
    public final String uniqueField() {
        return unique;
    }

    /** Technical name. */
    public final String name() {
        return name;
    }

    /** Name for people. */
    public final String title() {
        return title;
    }

    /** How its records are listed. */
    public final String order() {
        return order;
    }

    /** Its fields by name. */
    public final Collection<Field> allFields() {
        return List.copyOf(fields.values());
    }

    /** A field; {@code null} if there is none. */
    public final Field field(String field) {
        return fields.get(field);
    }

    /** A method; {@code null} if there is none. */
    public final Method method(String method) {
        return methods.get(method);
    }

    final Models models() {
        return models;
    }

    final Ordering ordering() {
        return ordering;
    }

    final void joins(Models all) {
        models = all;
        ordering = Ordering.parse(this, order);
    }

    final Collection<String> indexedFields() {
        return fields.values().stream().filter(Field::isIndexed).map(Field::name).toList();
    }

    /** A field to read, refused in Odoo's words if there is none. */
    final Field fieldToRead(String field) {
        Field known = fields.get(field);
        if (known == null) {
            throw OdooError.value("Invalid field '%s' on model '%s'".formatted(field, name));
        }
        return known;
    }

    final Field fieldToWrite(Env env, String field) {
        Field known = fields.get(field);
        if (known == null) {
            String words = env.series() < 19 ? "on model" : "in";
            throw OdooError.value("Invalid field '%s' %s '%s'".formatted(field, words, name));
        }
        return known;
    }

    final void claimUnique(Env env, Row row) {
        if (unique != null && row.get(unique) != null) {
            String constraint = name.replace('.', '_') + "_" + unique + "_uniq";
            try {
                env.transaction().claim(name, unique, row.get(unique), row.id(), constraint);
            } catch (UniqueViolationException e) {
                throw uniqueViolation(row, e);
            }
        }
    }

    /** How two records with the same unique value are refused. */
    protected RuntimeException uniqueViolation(Row row, UniqueViolationException violation) {
        return violation;
    }

    /** Makes a record of parsed values. */
    public Row create(Env env, Map<String, Object> values) {
        env.models().rights().require(env, this, "create");
        Map<String, Object> all = new LinkedHashMap<>(defaults(env, values));
        all.putAll(values);
        Records.requireFields(env, this, all);
        Row row = env.insert(this, Records.stored(env, this, Row.of(0, Map.of()), all));
        Records.applyToOwned(env, this, row.id(), all);
        return created(env, env.row(name, row.id()));
    }

    /** Writes parsed values to records. */
    public void write(Env env, List<Row> rows, Map<String, Object> values) {
        env.models().rights().require(env, this, "write");
        for (Row row : rows) {
            Row before = env.row(name, row.id());
            env.update(name, row.id(), Records.stored(env, this, before, values));
            Records.applyToOwned(env, this, row.id(), values);
            written(env, before, env.row(name, row.id()), values.keySet());
        }
    }

    /** Deletes records. */
    public void unlink(Env env, List<Row> rows) {
        env.models().rights().require(env, this, "unlink");
        for (Row row : rows) {
            removing(env, row);
            env.transaction().remove(name, row.id());
        }
    }

    /** What a new record has unless its values say otherwise. */
    protected Map<String, Object> defaults(Env env, Map<String, Object> values) {
        return Map.of();
    }

    /** The values of a copy of a record. */
    protected Map<String, Object> copied(Env env, Row row, Map<String, Object> changes) {
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        values.keySet().removeAll(Set.of("create_date", "create_uid", "write_date", "write_uid"));
        values.putAll(changes);
        return values;
    }

    /** Called with a new record; tells it as it is then. */
    protected Row created(Env env, Row row) {
        return row;
    }

    /** Called after a write, with the record before and after and the fields that were sent. */
    protected void written(Env env, Row before, Row after, Set<String> sent) {}

    /** Called before a deletion, which it may refuse. */
    protected void removing(Env env, Row row) {}

    /** How a record is called. */
    public String displayName(Env env, Row row) {
        String text = row.get("name") instanceof String named ? named : row.text("x_name");
        return text == null ? name + "," + row.id() : text;
    }

    /** How a text in place of a number is refused. */
    protected OdooError notANumber(Field field, String text) {
        return OdooError.value("could not convert string to float: '%s'".formatted(text));
    }
}
