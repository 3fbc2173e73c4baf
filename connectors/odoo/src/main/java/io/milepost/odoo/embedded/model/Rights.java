package io.milepost.odoo.embedded.model;

/** Says who may do what to which model. */
public interface Rights {

    /** Whether a caller may. */
    boolean allows(Env env, Model model, String operation);

    /** Refuses a caller who may not, in Odoo's words. */
    void require(Env env, Model model, String operation);
}
