package io.milepost.odoo.embedded.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.model.Env;

/**
 * What a server action does, in Java: the double runs no Python but knows the code of an action
 * when it sees it.
 */
public interface Program {

    /** Whether this is what the code does. */
    boolean knows(String code);

    /**
     * Runs it in the caller's transaction and with the caller's rights.
     *
     * @param code the action's code
     * @param env the caller, with the context of the call
     * @return what the code leaves in {@code action}; {@code null} if nothing
     */
    JsonNode run(String code, Env env);
}
