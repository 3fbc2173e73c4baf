package io.milepost.odoo.updates;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CommandBill;
import io.milepost.events.CommandBillLine;
import io.milepost.events.CommandKind;
import io.milepost.events.CommandPart;
import io.milepost.events.OdooCommand;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Odoo would take without a word. */
class CommandCheckTest {

    private static OdooCommand.Builder command(CommandKind kind) {
        return Commands.command(kind, "c").setValue("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "NaN", "Infinity", "1e3", "", " ", "5 pieces", "0x10"})
    void aQuantityIsANumberOfZeroOrMore(String value) {
        assertThat(
                        CommandCheck.problem(
                                command(CommandKind.SET_LINE_QUANTITY).setValue(value).build()))
                .contains("SET_LINE_QUANTITY: expected a value of 0 or more but found " + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "70", "0.000001", "123456789012.5"})
    void aQuantityMayBeAnyThatALineHas(String value) {
        assertThat(
                        CommandCheck.problem(
                                command(CommandKind.SET_LINE_QUANTITY).setValue(value).build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000000", "-40.000000"})
    void aPartHasAQuantity(String quantity) {
        List<CommandPart> parts =
                Stream.of("140.000000", quantity)
                        .map(each -> new CommandPart(new BigDecimal(each), "C62", Instant.EPOCH))
                        .toList();

        assertThat(CommandCheck.problem(command(CommandKind.SPLIT_LINE).setParts(parts).build()))
                .contains("SPLIT_LINE: expected parts above 0 but found " + quantity);
    }

    @Test
    void aBillHasLinesInOneCurrency() {
        assertThat(bill())
                .isEqualTo("DRAFT_BILL: expected lines in one currency but found no lines");
        assertThat(bill("EUR", "USD"))
                .isEqualTo("DRAFT_BILL: expected lines in one currency but found [EUR, USD]");
        assertThat(bill("EUR", "EUR")).isNull();
    }

    private static String bill(String... currencies) {
        List<CommandBillLine> lines =
                Stream.of(currencies)
                        .map(
                                currency ->
                                        new CommandBillLine(
                                                9L,
                                                new BigDecimal("1.000000"),
                                                "C62",
                                                new BigDecimal("7.000000"),
                                                currency))
                        .toList();
        CommandBill bill = new CommandBill(LocalDate.EPOCH, lines);
        return CommandCheck.problem(command(CommandKind.DRAFT_BILL).setBill(bill).build())
                .orElse(null);
    }
}
