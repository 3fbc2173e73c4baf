package io.milepost.state.view;

import static io.milepost.state.Said.invoice;
import static io.milepost.state.Said.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.MatchOutcome;
import io.milepost.state.Said;
import org.junit.jupiter.api.Test;

/** Ten pieces at 5 EUR: which prices agree with the order. */
class PricesTest {

    private static final Said ORDER = Said.order(10, "2026-03-01");

    @Test
    void anotherCurrencyIsAnotherPrice() {
        assertMatch(
                MatchOutcome.PRICE_DIFFERS,
                ORDER,
                receipt(1, 10).known("2026-02-20"),
                Papers.dollarBill(7, "I1", 10).known("2026-02-21"));
    }

    @Test
    void aCreditNoteIsNotHeldAgainstTheOrdersPrice() {
        assertMatch(
                MatchOutcome.MATCHED,
                Said.order(10, "2026-03-01"),
                receipt(1, 10).known("2026-02-20"),
                invoice("I1", 10, 5).known("2026-02-21"),
                Papers.creditNote("C1", 4).known("2026-02-22"));
    }

    @Test
    void anInvoiceIsHeldAgainstTheOrderAsItIsNow() {
        Said received = receipt(1, 10).known("2026-02-20");
        Said invoice = invoice("I1", 10, 6).known("2026-02-21");
        Said corrected = invoice("I1", 10, 5).version(2).happened("2026-02-21");
        Said wrongAgain = invoice("I1", 10, 6).version(3).happened("2026-02-21");

        assertMatch(MatchOutcome.PRICE_DIFFERS, ORDER, received, invoice);
        assertMatch(MatchOutcome.MATCHED, ORDER, received, invoice, corrected);
        assertMatch(MatchOutcome.PRICE_DIFFERS, ORDER, received, invoice, corrected, wrongAgain);
        assertMatch(
                MatchOutcome.MATCHED,
                ORDER,
                received,
                invoice,
                Papers.pricedOrder(10, 6, "EUR").version(2).known("2026-02-23"));
        assertMatch(
                MatchOutcome.PRICE_DIFFERS,
                ORDER,
                received,
                invoice("I1", 10, 5).known("2026-02-21"),
                Papers.pricedOrder(10, 5, "USD").version(2).known("2026-02-23"));
        assertMatch(
                MatchOutcome.MATCHED,
                received.known("2026-02-01"),
                invoice("I1", 10, 5).known("2026-02-02"),
                Said.order(10, "2026-03-01").known("2026-02-03"));
    }

    @Test
    void aCorrectionAfterTheOrdersPriceHasChangedIsHeldAgainstTheNewOne() {
        Said received = receipt(1, 10).known("2026-02-20");
        Said five = invoice("I1", 10, 5).happened("2026-02-21").known("2026-02-21");
        Said risen = Papers.pricedOrder(10, 6, "EUR").version(2).known("2026-02-22");
        Said six = invoice("I1", 10, 6).version(2).happened("2026-02-21").known("2026-02-23");

        assertMatch(MatchOutcome.PRICE_DIFFERS, ORDER, received, five, risen);
        assertMatch(MatchOutcome.MATCHED, ORDER, received, five, risen, six);
    }

    @Test
    void everyInvoiceIsHeldAgainstEachNewPriceOfTheOrder() {
        Said received = receipt(1, 10).known("2026-02-20");
        Said first = invoice("I1", 6, 6).known("2026-02-21");
        Said risen = Papers.pricedOrder(10, 6, "EUR").version(2).known("2026-02-22");
        Said second = invoice("I2", 4, 6).known("2026-02-23");
        Said fallen = Papers.pricedOrder(10, 5, "EUR").version(3).known("2026-02-24");

        assertMatch(MatchOutcome.MATCHED, ORDER, received, first, risen, second);
        assertMatch(MatchOutcome.PRICE_DIFFERS, ORDER, received, first, risen, second, fallen);
    }

    private static void assertMatch(MatchOutcome outcome, Said... said) {
        assertThat(Told.view(said).match()).isEqualTo(outcome);
    }
}
