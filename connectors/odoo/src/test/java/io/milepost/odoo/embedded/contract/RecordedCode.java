package io.milepost.odoo.embedded.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milepost.odoo.embedded.action.Program;
import io.milepost.odoo.embedded.error.OdooError;
import io.milepost.odoo.embedded.model.Env;
import io.milepost.odoo.embedded.model.Times;
import io.milepost.odoo.embedded.store.ConflictException;
import java.util.Map;

/** Small pieces of code of the recording, of which only what they answer was written down. */
final class RecordedCode implements Program {
    static final String HORIZON = "# horizon";
    static final String CONFLICT_18 = "# conflict of 18";
    static final String CONFLICT_19 = "# conflict of 19";
    static final String TIMEOUT = "# statement timeout";
    static final String REFUSAL = "# refusal";
    static final String SECOND_ROW =
            "env.cr.execute(\"insert into x_flink_ledger(x_name) values ('s0')\")";
    private static final String PLACE =
            "\nCONTEXT:  PL/pgSQL function inline_code_block line 1 at RAISE\n";

    @Override
    public boolean knows(String code) {
        return code.startsWith("# ") && !code.startsWith("# Exactly") && !code.startsWith("# Mile")
                || code.equals(SECOND_ROW);
    }

    @Override
    public JsonNode run(String code, Env env) {
        return switch (code) {
            case HORIZON ->
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("horizon", Times.micros(env.transaction().clock()))
                            .put("open", env.transaction().others());
            case CONFLICT_18 ->
                    throw new ConflictException(
                            "SerializationFailure",
                            "could not serialize access due to concurrent update" + PLACE);
            case CONFLICT_19 ->
                    throw new ConflictException(
                            "SerializationFailure", "could not serialize access" + PLACE);
            case TIMEOUT ->
                    throw new OdooError(
                            "psycopg2.errors.QueryCanceled",
                            "canceling statement due to statement timeout\n");
            case REFUSAL -> throw OdooError.user("REJECTED qty");
            default -> {
                env.sudo().insert(env.model("x_flink_ledger"), Map.of("x_name", "s0"));
                yield null;
            }
        };
    }
}
