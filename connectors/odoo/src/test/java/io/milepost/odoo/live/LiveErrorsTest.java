package io.milepost.odoo.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooException;
import io.milepost.odoo.contract.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** How a real server names what goes wrong inside the code of an action. */
@Tag("live")
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+")
class LiveErrorsTest {

    /** What a restart of the database looks like to a statement that comes after it. */
    @Test
    void aConnectionThatEndsWithinTheActionLeavesTheOutcomeOpen() throws Exception {
        try (TestServer odoo = new TestServer(new LiveAccess())) {
            assertThatThrownBy(
                            () ->
                                    odoo.code(
                                            """
                                            try:
                                                env.cr.execute('select pg_terminate_backend(pg_backend_pid())')
                                            except Exception:
                                                pass
                                            env.cr.execute('select 1')
                                            """))
                    .isInstanceOfSatisfying(
                            OdooException.class,
                            e ->
                                    assertThat(e.failure())
                                            .as(e.getMessage())
                                            .isEqualTo(Failure.OUTCOME_UNKNOWN));
        }
    }
}
