package io.milepost.odoo.embedded.action;

import static io.milepost.odoo.embedded.action.Installed.command;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.embedded.EmbeddedOdooOptions;
import io.milepost.odoo.embedded.Shop;
import io.milepost.odoo.embedded.desk.HeldTransaction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The action's ledger: what is applied once stays applied once. */
class MilepostProgramTest {
    private Shop shop;
    private Installed action;

    @BeforeEach
    void open() {
        use(EmbeddedOdooOptions.version18());
    }

    private void use(EmbeddedOdooOptions options) {
        shop = new Shop(options);
        action = new Installed(shop);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Map<String, Object> note(long seq, String id) {
        return command(seq, id, "POST_NOTE", "order_id", shop.order, "note", "confirmed");
    }

    private Map<String, Object> date(long seq, String id, String value, String expect) {
        return command(
                seq,
                id,
                "SET_LINE_DATE",
                "order_id",
                shop.order,
                "line_id",
                shop.line,
                "value",
                value,
                "expect",
                expect);
    }

    private static List<String> states(JsonNode answer) {
        return answer.path("results").findValuesAsText("s");
    }

    @Test
    void aBatchThatIsSentAgainAnswersTheSameAndDoesNothing() {
        long epoch = action.claim();
        JsonNode first =
                action.apply(
                        epoch, note(5, "a"), date(6, "b", "2027-01-10 08:00:00", Shop.DECEMBER));
        JsonNode second =
                action.apply(
                        epoch, note(5, "a"), date(6, "b", "2027-01-10 08:00:00", Shop.DECEMBER));
        assertThat(states(first)).containsExactly("applied", "applied");
        assertThat(second.get("results")).isEqualTo(first.get("results"));
        assertThat(shop.odoo.counts().messages("purchase.order", shop.order)).isEqualTo(1);
        assertThat(second.get("seq").asText()).isEqualTo("6");
    }

    @Test
    void withoutALedgerABatchThatIsSentAgainDoesEverythingTwice() {
        shop.close();
        use(EmbeddedOdooOptions.version18().withoutLedger());
        long epoch = action.claim();
        action.apply(epoch, note(5, "a"));
        action.apply(epoch, note(5, "a"));
        assertThat(shop.odoo.counts().messages("purchase.order", shop.order)).isEqualTo(2);
    }

    @Test
    void aCommandThatComesUnderAnotherSequenceIsADuplicateWithItsRecord() {
        long epoch = action.claim();
        JsonNode first = action.apply(epoch, note(5, "a"));
        JsonNode again = action.apply(epoch, note(9, "a"));
        assertThat(states(again)).containsExactly("duplicate");
        assertThat(again.at("/results/0/record")).isEqualTo(first.at("/results/0/record"));
        assertThat(shop.odoo.counts().messages("purchase.order", shop.order)).isEqualTo(1);
    }

    @Test
    void anEarlierEpochIsFencedAndDoesNothing() {
        long old = action.claim();
        long current = action.claim();
        JsonNode answer = action.apply(old, note(5, "a"));
        assertThat(answer.get("fenced").asBoolean()).isTrue();
        assertThat(answer.get("epoch").asLong()).isEqualTo(current);
        assertThat(shop.odoo.counts().messages("purchase.order", shop.order)).isZero();
    }

    @Test
    void aPersonsLaterDateWinsAndOurOwnEarlierOneIsNoConflict() {
        long epoch = action.claim();
        JsonNode ours =
                action.apply(
                        epoch,
                        date(1, "a", "2027-01-10 08:00:00", Shop.DECEMBER),
                        date(2, "b", "2027-01-11 08:00:00", Shop.DECEMBER));
        assertThat(states(ours)).containsExactly("applied", "applied");
        shop.desk.buying().setDate(shop.line, "2027-03-03 08:00:00");
        JsonNode late = action.apply(epoch, date(3, "c", "2027-01-12 08:00:00", Shop.DECEMBER));
        assertThat(states(late)).containsExactly("conflict");
        assertThat(late.at("/results/0/found").asText()).isEqualTo("2027-03-03 08:00:00");
        assertThat(shop.date()).isEqualTo("2027-03-03 08:00:00");
    }

    @Test
    void whatEndedInConflictEndsSoAgainAlsoWhenThePersonsValueIsExpectedNow() {
        long epoch = action.claim();
        shop.desk.buying().setDate(shop.line, "2027-03-03 08:00:00");
        action.apply(epoch, date(3, "c", "2027-01-12 08:00:00", Shop.DECEMBER));

        JsonNode again =
                action.apply(epoch, date(9, "c", "2027-01-12 08:00:00", "2027-03-03 08:00:00"));

        assertThat(states(again)).containsExactly("conflict");
        assertThat(again.at("/results/0/found").asText()).isEqualTo("2027-03-03 08:00:00");
        assertThat(shop.date()).isEqualTo("2027-03-03 08:00:00");
    }

    @Test
    void aRefusedCommandLeavesNothingAndDoesNotStopTheOthers() {
        shop.desk.receipts().receive(shop.line, 40);
        long epoch = action.claim();
        JsonNode answer =
                action.apply(
                        epoch,
                        command(
                                1,
                                "a",
                                "SET_LINE_QUANTITY",
                                "order_id",
                                shop.order,
                                "line_id",
                                shop.line,
                                "value",
                                "30"),
                        note(2, "b"),
                        command(3, "c", "NO_SUCH_KIND"),
                        command(4, "d", "SKIP", "note", "poison"));
        assertThat(states(answer)).containsExactly("rejected", "applied", "rejected", "rejected");
        assertThat(answer.at("/results/0/error").asText())
                .startsWith("You cannot decrease the ordered quantity below the received");
        assertThat(answer.get("seq").asText()).isEqualTo("4");
        assertThat(shop.odoo.counts().messages("purchase.order", shop.order)).isEqualTo(1);
    }

    @Test
    void mergedCommandsShareOneOutcome() {
        long epoch = action.claim();
        Map<String, Object> merged = date(7, "b", "2027-01-10 08:00:00", Shop.DECEMBER);
        merged.put("also", List.of(Map.of("seq", "6", "id", "a")));
        JsonNode answer = action.apply(epoch, merged);
        assertThat(answer.path("results").findValuesAsText("seq")).containsExactly("6", "7");
        assertThat(states(answer)).containsExactly("applied", "applied");
    }

    @Test
    void theHorizonIsNotLaterThanTheOldestOpenTransaction() {
        String before = action.ask(Map.of("op", "horizon")).get("clock").asText();
        try (HeldTransaction held = shop.odoo.hold()) {
            JsonNode told = action.ask(Map.of("op", "horizon"));
            assertThat(told.get("open").asInt()).isEqualTo(1);
            assertThat(told.get("horizon").asText())
                    .isLessThan(action.ask(Map.of("op", "horizon")).get("clock").asText());
            held.commit();
        }
        JsonNode after = action.ask(Map.of("op", "horizon"));
        assertThat(after.get("open").asInt()).isZero();
        assertThat(after.get("clock").asText()).isGreaterThan(before);
    }

    @Test
    void theActionTellsItsVersionAndTheHashOfItsCode() {
        JsonNode told = action.ask(Map.of("op", "version"));
        assertThat(told.get("version").asInt()).isEqualTo(1);
        assertThat(told.get("hash").asText()).isEqualTo("abc");
        assertThat(told.get("indexes").asInt()).isEqualTo(2);
    }
}
