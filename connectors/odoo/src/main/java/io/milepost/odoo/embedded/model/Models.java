package io.milepost.odoo.embedded.model;

import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.store.Store;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All models of a database by name, those that were made over the wire included. */
public final class Models {
    private final Map<String, Model> models = new ConcurrentHashMap<>();
    private final Store store;
    private final int series;
    private final Rights rights;

    /**
     * @param store where the records are
     * @param series the major release that is doubled: 18 or 19
     * @param rights who may do what
     */
    public Models(Store store, int series, Rights rights) {
        this.store = store;
        this.series = series;
        this.rights = rights;
    }

    /** Who may do what. */
    public Rights rights() {
        return rights;
    }

    /** The major release that is doubled. */
    public int series() {
        return series;
    }

    /** Adds a model and its table. */
    public void add(Model model) {
        store.define(model.name(), model.indexedFields());
        model.joins(this);
        models.put(model.name(), model);
    }

    /** Adds a field to a model that is in use. */
    public void add(Model model, Field field) {
        model.fields(field);
        if (field.isIndexed()) {
            store.index(model.name(), field.name());
        }
    }

    /** Lets no two records of a model have the same value of a field. */
    public void unique(Model model, String field) {
        store.index(model.name(), field);
        model.unique(field);
    }

    /** Whether there is such a model. */
    public boolean known(String name) {
        return models.containsKey(name);
    }

    /** A model, refused if there is none. */
    public Model get(String name) {
        Model model = models.get(name);
        if (model == null) {
            throw OdooError.user("Object %s doesn't exist".formatted(name));
        }
        return model;
    }

    /** All of them. */
    public Collection<Model> all() {
        return models.values();
    }
}
