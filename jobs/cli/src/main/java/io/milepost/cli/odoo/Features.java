package io.milepost.cli.odoo;

import io.milepost.odoo.setup.Feature;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** What Milepost may do in Odoo. */
final class Features {

    @Option(
            names = "--features",
            paramLabel = "FEATURE,...",
            split = ",",
            defaultValue = "orders,receipts,prices",
            description =
                    "What Milepost may do: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})."
                            + " Orders are always among them.")
    private List<Feature> features;

    Set<Feature> all() {
        return EnumSet.copyOf(features);
    }
}
