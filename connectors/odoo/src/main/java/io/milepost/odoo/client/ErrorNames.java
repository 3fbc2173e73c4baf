package io.milepost.odoo.client;

/** Names of errors as Odoo gives them in {@link OdooException#error()}, those that matter. */
public final class ErrorNames {

    /** Wrong key or password, or an archived user. */
    public static final String ACCESS_DENIED = "odoo.exceptions.AccessDenied";

    /** The user may not do this. */
    public static final String ACCESS_ERROR = "odoo.exceptions.AccessError";

    /** A refusal by the rules of the business. */
    public static final String USER_ERROR = "odoo.exceptions.UserError";

    /** The record is gone. */
    public static final String MISSING_ERROR = "odoo.exceptions.MissingError";

    private ErrorNames() {}
}
