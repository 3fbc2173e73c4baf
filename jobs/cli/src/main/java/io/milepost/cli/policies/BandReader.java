package io.milepost.cli.policies;

import io.milepost.events.Severity;
import io.milepost.events.SeverityBand;
import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads from which open value on a breach is how severe. */
final class BandReader {

    private static final List<String> FIELDS = List.of("openValueFrom", "severity");

    private final Problems problems;

    BandReader(Problems problems) {
        this.problems = problems;
    }

    /** The severities by open value of a rule; none if it has none. */
    List<SeverityBand> read(Section rule) {
        List<SeverityBand> bands = new ArrayList<>();
        Set<BigDecimal> values = new HashSet<>();
        List<Node> nodes = rule.nodes("severityByValue", "a list of openValueFrom and severity");
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String path = rule.path("severityByValue[" + i + "]");
            Section.of(node, path, FIELDS, problems)
                    .map(BandReader::band)
                    .ifPresent(
                            band -> {
                                bands.add(band);
                                if (!values.add(band.getOpenValueFrom())) {
                                    problems.add(
                                            node,
                                            path,
                                            "each openValueFrom once",
                                            band.getOpenValueFrom().toPlainString() + " again");
                                }
                            });
        }
        return bands;
    }

    private static SeverityBand band(Section band) {
        SeverityBand read = new SeverityBand();
        read.setOpenValueFrom(
                band.required(
                        "openValueFrom",
                        "an amount such as 10000",
                        Conversions::amount,
                        BigDecimal.ZERO));
        read.setSeverity(
                band.required(
                        "severity",
                        Conversions.oneOf(Severity.class),
                        Conversions.constant(Severity.class),
                        Severity.MEDIUM));
        return read;
    }
}
