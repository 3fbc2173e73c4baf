package io.milepost.odoo.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no transcript shows. */
class ClassificationTest {

    @ParameterizedTest
    @CsvSource({
        "psycopg2.errors.DeadlockDetected, deadlock, RETRYABLE",
        "psycopg2.errors.LockNotAvailable, lock, RETRYABLE",
        "psycopg2.OperationalError, could not connect to server, RETRYABLE",
        "psycopg2.OperationalError, server closed the connection unexpectedly, OUTCOME_UNKNOWN",
        "psycopg2.errors.AdminShutdown, terminating connection, OUTCOME_UNKNOWN",
        "psycopg2.errors.NotNullViolation, null, REFUSED",
        "builtins.ValueError, UniqueViolation(key x_milepost_ledger_x_name), RETRYABLE",
        "builtins.ValueError, UniqueViolation(key res_partner_ref), REFUSED",
        "builtins.ValueError, InterfaceError('cursor already closed') while evaluating x,"
                + " OUTCOME_UNKNOWN",
        "builtins.ValueError, <class 'psycopg2.InterfaceError'>: closed while evaluating x,"
                + " OUTCOME_UNKNOWN",
        "builtins.ValueError, ReadOnlySqlTransaction('a standby') while evaluating x,"
                + " OUTCOME_UNKNOWN",
        "builtins.ValueError, PoolError('The Connection Pool Is Full') while evaluating x,"
                + " OUTCOME_UNKNOWN",
        "builtins.ValueError, MemoryError() while evaluating x, REFUSED",
        "builtins.ValueError, KeyError('x') while evaluating InterfaceError(), REFUSED",
        "odoo.exceptions.UserError, InterfaceError('x') is no word of ours, REFUSED",
        "builtins.ValueError, KeyError while evaluating UniqueViolation x_ledger, REFUSED",
        "odoo.exceptions.UserError, UniqueViolation(key x_milepost_ledger_x_name), REFUSED",
        "odoo.exceptions.RedirectWarning, configure first, REFUSED",
    })
    void namesSayWhatAnErrorMeans(String name, String message, Failure expected) {
        assertThat(Classification.byName(name, message)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "401, false, FATAL_CONFIGURATION",
        "403, false, FATAL_CONFIGURATION",
        "404, true, REFUSED",
        "404, false, FATAL_CONFIGURATION",
        "408, false, OUTCOME_UNKNOWN",
        "413, false, REFUSED",
        "429, false, RETRYABLE",
        "500, false, OUTCOME_UNKNOWN",
        "503, false, RETRYABLE",
        "200, false, OUTCOME_UNKNOWN",
        "302, false, FATAL_CONFIGURATION",
    })
    void statusesSayWhatAnAnswerMeans(int status, boolean explained, Failure expected) {
        assertThat(Classification.byStatus(status, explained)).isEqualTo(expected);
    }

    @Test
    void idsOfRecordsAreReadInEveryForm() {
        assertThat(RecordIds.of(OdooJson.node(44))).containsExactly(44L);
        assertThat(RecordIds.of(OdooJson.array(51, 52))).containsExactly(51L, 52L);
        assertThat(RecordIds.of(OdooJson.node("mail.activity(18,)"))).containsExactly(18L);
        assertThat(RecordIds.of(OdooJson.node("res.partner(3, 4)"))).containsExactly(3L, 4L);
        assertThat(RecordIds.of(OdooJson.node(false))).isEmpty();
        assertThat(RecordIds.of(NullNode.getInstance())).isEmpty();
    }
}
