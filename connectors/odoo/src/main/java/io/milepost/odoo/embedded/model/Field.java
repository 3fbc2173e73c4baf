package io.milepost.odoo.embedded.model;

import io.milepost.odoo.embedded.store.Row;
import java.util.List;
import java.util.Locale;

/** One field of a model: how it is stored, told and checked. Made by the static methods. */
public final class Field {

    /** What a field holds. */
    public enum Type {
        CHAR,
        TEXT,
        HTML,
        SELECTION,
        INTEGER,
        FLOAT,
        MONETARY,
        BOOLEAN,
        DATE,
        DATETIME,
        MANY2ONE,
        ONE2MANY,
        MANY2MANY;

        /** As Odoo names it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether its values are numbers. */
        public boolean isNumber() {
            return this == INTEGER || this == FLOAT || this == MONETARY;
        }

        /** Whether its values are lists of records. */
        public boolean isList() {
            return this == ONE2MANY || this == MANY2MANY;
        }
    }

    /** Tells a value that is not stored. */
    @FunctionalInterface
    public interface Compute {
        /** The value, {@code null} if absent. */
        Object of(Env env, Row row);
    }

    private final String name;
    private final Type type;
    private final String label;
    private String relation;
    private String inverse;
    private List<String> options = List.of();
    private boolean required;
    private boolean indexed;
    private Compute compute;
    private boolean guarded;

    private Field(String name, Type type, String label) {
        this.name = name;
        this.type = type;
        this.label = label;
    }

    /** A field of a plain type. */
    public static Field of(String name, Type type, String label) {
        return new Field(name, type, label);
    }

    /** A short text. */
    public static Field chars(String name, String label) {
        return new Field(name, Type.CHAR, label);
    }

    /** A choice. */
    public static Field selection(String name, String label, String... options) {
        Field field = new Field(name, Type.SELECTION, label);
        field.options = List.of(options);
        return field;
    }

    /** A reference to a record. */
    public static Field many2one(String name, String label, String relation) {
        Field field = new Field(name, Type.MANY2ONE, label);
        field.relation = relation;
        return field;
    }

    /** The records that refer to this one. */
    public static Field one2many(String name, String label, String relation, String inverse) {
        Field field = new Field(name, Type.ONE2MANY, label);
        field.relation = relation;
        field.inverse = inverse;
        field.compute =
                (env, row) ->
                        Search.ordered(env, relation, env.by(relation, inverse, row.id())).stream()
                                .map(Row::id)
                                .toList();
        return field;
    }

    /** A list of records, kept in the record. */
    public static Field many2many(String name, String label, String relation) {
        Field field = new Field(name, Type.MANY2MANY, label);
        field.relation = relation;
        return field;
    }

    /** Refuses records without it. */
    public Field required() {
        required = true;
        return this;
    }

    /** Can be looked up cheaply. */
    public Field indexed() {
        indexed = true;
        return this;
    }

    /** Is computed when it is asked for and cannot be written. */
    public Field computed(Compute how) {
        compute = how;
        return this;
    }

    /** Can be read by those only who may write the model. */
    public Field guarded() {
        guarded = true;
        return this;
    }

    /** Whether only those may read it who may write the model. */
    public boolean isGuarded() {
        return guarded;
    }

    /** Technical name. */
    public String name() {
        return name;
    }

    /** Type. */
    public Type type() {
        return type;
    }

    /** Name for people. */
    public String label() {
        return label;
    }

    /** The model that it refers to; {@code null} for none. */
    public String relation() {
        return relation;
    }

    /** The field that refers back, of a {@link Type#ONE2MANY}. */
    public String inverse() {
        return inverse;
    }

    /** What may be chosen. */
    public List<String> options() {
        return options;
    }

    /** Whether a record needs it. */
    public boolean isRequired() {
        return required;
    }

    /** Whether it can be looked up. */
    public boolean isIndexed() {
        return indexed;
    }

    /** Whether it is stored. */
    public boolean isStored() {
        return compute == null;
    }

    /** Its value in a record, {@code null} if absent. */
    public Object value(Env env, Row row) {
        if (name.equals("id")) {
            return row.id();
        }
        return compute == null ? row.get(name) : compute.of(env, row);
    }
}
