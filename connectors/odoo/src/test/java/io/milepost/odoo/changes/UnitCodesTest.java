package io.milepost.odoo.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.odoo.updates.ActionCode;
import org.junit.jupiter.api.Test;

class UnitCodesTest {

    @Test
    void aPriceMayComeInEveryUnitThatOrdersAreToldIn() {
        assertThat(UnitCodes.byExternalId())
                .allSatisfy(
                        (externalId, code) ->
                                assertThat(ActionCode.text())
                                        .contains(
                                                "'%s': '%s'"
                                                        .formatted(
                                                                code,
                                                                externalId.substring(
                                                                        "uom.".length()))));
    }

    @Test
    void aUnitThatWasRenamedKeepsItsCodeAndAnUnknownOneItsName() {
        assertThat(UnitCodes.code("uom.product_uom_kgm", "Kilo")).isEqualTo("KGM");
        assertThat(UnitCodes.code(null, " Dozens ")).isEqualTo("DZN");
        assertThat(UnitCodes.code(null, " Pallet ")).isEqualTo("Pallet");
    }
}
