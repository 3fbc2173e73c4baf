package io.milepost.odoo.embedded.error;

/** What the server answers instead of a result: an exception's Python name and its words. */
public final class OdooError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * @param name for example {@code odoo.exceptions.UserError}
     * @param message its words
     */
    public OdooError(String name, String message) {
        super(message);
        this.name = name;
    }

    /** The exception's full Python name. */
    public String name() {
        return name;
    }

    /** Whether code of a server action that catches {@code UserError} catches this one. */
    public boolean isUserError() {
        return name.startsWith("odoo.exceptions.");
    }

    /** A business refusal. */
    public static OdooError user(String message) {
        return new OdooError("odoo.exceptions.UserError", message);
    }

    /** A refusal by a constraint. */
    public static OdooError validation(String message) {
        return new OdooError("odoo.exceptions.ValidationError", message);
    }

    /** A refusal by rights. */
    public static OdooError access(String message) {
        return new OdooError("odoo.exceptions.AccessError", message);
    }

    /** A record that is not there. */
    public static OdooError missing(String model, long id, long uid) {
        return new OdooError(
                "odoo.exceptions.MissingError",
                "Record does not exist or has been deleted.\n(Record: %s(%d,), User: %d)"
                        .formatted(model, id, uid));
    }

    /** A wrong value, an unknown field. */
    public static OdooError value(String message) {
        return new OdooError("builtins.ValueError", message);
    }

    /** A wrong type or number of arguments. */
    public static OdooError type(String message) {
        return new OdooError("builtins.TypeError", message);
    }
}
