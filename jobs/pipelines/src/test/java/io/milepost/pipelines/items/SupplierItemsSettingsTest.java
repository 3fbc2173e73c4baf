package io.milepost.pipelines.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.pipelines.settings.SettingsException;
import io.milepost.state.items.ItemRules;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SupplierItemsSettingsTest {

    @Test
    void theRulesComeFromTheSettings() {
        SupplierItemsSettings settings =
                SupplierItemsSettings.parse(
                        "--bootstrap-servers=b:1",
                        "--registry-url=http://r",
                        "--price-increase-percent=2.5",
                        "--price-memory=1 d",
                        "--item-memory=2 d");

        assertThat(settings.rules())
                .isEqualTo(new ItemRules(new BigDecimal("2.5"), 86_400_000_000L, 172_800_000_000L));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(
                        () ->
                                SupplierItemsSettings.parse(
                                        "--bootstrap-servers=b:1",
                                        "--price-increase-percent=-1",
                                        "--item-memory=for ever",
                                        "--longest-wait=1 d"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "settings:\n"
                                + "  registry-url: expected a URL, several separated by commas but"
                                + " it is missing\n"
                                + "  price-increase-percent: expected a number from 0 but found"
                                + " -1\n"
                                + "  item-memory: expected a duration such as 400 d but found for"
                                + " ever\n"
                                + "  longest-wait: no such setting");
    }
}
