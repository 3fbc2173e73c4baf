package io.milepost.odoo.embedded;

import static io.milepost.odoo.embedded.Shop.DECEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The trap that costs money: a quantity that is written without its date. What the damage is, and
 * that the date in the same write averts all of it.
 */
class QuantityTrapTest {
    private static final String LINE = "purchase.order.line";
    private Shop shop;

    @AfterEach
    void close() {
        shop.close();
    }

    /** The order was made at 1.1 and the price list has 1.1; the price was then agreed at 1.25. */
    private void open(int series) {
        shop =
                new Shop(
                        series == 18
                                ? EmbeddedOdooOptions.version18()
                                : EmbeddedOdooOptions.version19());
        shop.desk.write(LINE, shop.line, Map.of("price_unit", 1.25));
    }

    private double number(String field) {
        return shop.desk.read(LINE, shop.line, field).asDouble();
    }

    private List<Long> moves() {
        return shop.desk.find("stock.move", "purchase_line_id", shop.line);
    }

    private double expected(long move) {
        return shop.desk.read("stock.move", move, "product_uom_qty").asDouble();
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 19})
    void withoutTheDateADecreaseLosesDateAndPriceAndSendsGoodsBackThatNeverCame(int series) {
        open(series);
        shop.desk.buying().setQuantityAlone(shop.line, 70);

        assertThat(number("product_qty")).isEqualTo(70);
        assertThat(shop.date()).isNotEqualTo(DECEMBER);
        assertThat(number("price_unit")).isEqualTo(1.1);
        assertThat(shop.odoo.counts().returns(shop.order)).isEqualTo(1);
        assertThat(moves()).hasSize(2);
        assertThat(expected(moves().get(0))).isEqualTo(100);
        assertThat(expected(moves().get(1))).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 19})
    void withTheDateADecreaseKeepsDateAndPriceAndCutsWhatIsExpected(int series) {
        open(series);
        shop.desk.buying().setQuantity(shop.line, 70, DECEMBER);

        assertThat(number("product_qty")).isEqualTo(70);
        assertThat(shop.date()).isEqualTo(DECEMBER);
        assertThat(number("price_unit")).isEqualTo(1.25);
        assertThat(shop.odoo.counts().returns(shop.order)).isZero();
        assertThat(moves()).hasSize(1);
        assertThat(expected(moves().get(0))).isEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 19})
    void withoutTheDateAnIncreaseLosesDateAndPriceAndExpectsTheRestByAnotherMove(int series) {
        open(series);
        shop.desk.buying().setQuantityAlone(shop.line, 120);

        assertThat(shop.date()).isNotEqualTo(DECEMBER);
        assertThat(number("price_unit")).isEqualTo(1.1);
        assertThat(moves()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 19})
    void withTheDateAnIncreaseRaisesWhatIsExpected(int series) {
        open(series);
        shop.desk.buying().setQuantity(shop.line, 120, DECEMBER);

        assertThat(shop.date()).isEqualTo(DECEMBER);
        assertThat(number("price_unit")).isEqualTo(1.25);
        assertThat(moves()).hasSize(1);
        assertThat(expected(moves().get(0))).isEqualTo(120);
    }
}
