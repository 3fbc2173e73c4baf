package io.milepost.odoo.setup;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.odoo.client.Failure;
import io.milepost.odoo.client.OdooException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The apps of Odoo that Milepost works with; they are never installed by it. */
final class Apps {

    private Apps() {}

    static void check(Records records, Set<Feature> features)
            throws OdooException, InterruptedException {
        Set<String> missing = new TreeSet<>();
        features.forEach(feature -> missing.add(feature.module()));
        JsonNode installed =
                records.read("ir.module.module", List.of("name"), Records.is("state", "installed"));
        installed.forEach(module -> missing.remove(module.path("name").asText()));
        if (!missing.isEmpty()) {
            throw new OdooException(
                    Failure.FATAL_CONFIGURATION,
                    null,
                    "expected the apps " + missing + " to be installed in Odoo but they are not",
                    null,
                    null);
        }
    }
}
