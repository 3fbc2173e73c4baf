package io.milepost.bench.partners;

import io.milepost.schemas.TrustedEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Measures and prints the tables of docs/performance.md about partners' messages. */
public final class PartnersMain {

    private static final int MESSAGES = 3_000;

    private PartnersMain() {}

    /** Arguments: counted rounds. */
    public static void main(String[] arguments) throws Exception {
        TrustedEvents.trust();
        int rounds = Integer.parseInt(arguments[0]);
        List<FormatCost> formats =
                List.of(
                        new FormatCost("X12 855", "generic-x12", "855.edi"),
                        new FormatCost("EDIFACT ORDRSP", "generic-edifact", "ordrsp.edi"),
                        new FormatCost("UBL OrderResponse", "generic-ubl", "order-response.xml"),
                        new FormatCost("JSON, AfterShip", "aftership", "webhook.json"),
                        new FormatCost("JSON, DCSA", "generic-dcsa", "tnt-2.2.json"));
        // In turns, so that what else the machine does falls on all of them.
        for (int round = 0; round <= rounds; round++) {
            for (FormatCost format : formats) {
                format.measure(MESSAGES, round > 0);
            }
        }
        double reference = formats.get(0).median();
        System.out.println(
                "| message | bytes | events | CPU us a message, median | ratio | messages a CPU"
                        + " second | events a CPU second | each round |\n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- |");
        formats.forEach(format -> System.out.println(format.row(reference)));
        System.out.println();
        Path folder = Files.createTempDirectory("milepost-bench-");
        try {
            System.out.println(new LongInterchange().measure(folder));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
