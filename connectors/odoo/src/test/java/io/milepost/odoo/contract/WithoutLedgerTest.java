package io.milepost.odoo.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.client.OdooClient;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.updates.BatchApplier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger is what makes effects happen once: without it the same story counts them twice. */
class WithoutLedgerTest {

    private static int notesAfterLostAnswers(EmbeddedOdooOptions options, int lost)
            throws Exception {
        try (TestServer odoo = new TestServer(new DoubleAccess(options));
                CuttingProxy proxy = new CuttingProxy(odoo.url());
                OdooClient client = odoo.botAt(proxy.port(), Duration.ofSeconds(60))) {
            long order = odoo.order(1).get(0);
            BatchApplier applier = TestApplier.claimed(client, odoo.run + "/lost");
            proxy.answersToLose.set(lost);
            applier.apply(List.of(TestCommands.at(1, TestCommands.note(order, "only once"))));
            return odoo.messages(order, "only once");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void withTheLedgerThereIsOneNoteHoweverManyAnswersAreLost(int lost) throws Exception {
        assertThat(notesAfterLostAnswers(EmbeddedOdooOptions.version18(), lost)).isOne();
    }

    @Test
    void withoutTheLedgerEachLostAnswerIsOneNoteMore() throws Exception {
        assertThat(notesAfterLostAnswers(EmbeddedOdooOptions.version18().withoutLedger(), 2))
                .isEqualTo(3);
    }
}
