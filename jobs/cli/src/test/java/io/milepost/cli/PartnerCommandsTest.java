package io.milepost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.milepost.partners.profile.PartnerProfiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerCommandsTest {

    private static final String INVOICE =
            """
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
             <ID>INV-1</ID><IssueDate>2026-03-21</IssueDate><DocumentCurrencyCode>EUR</DocumentCurrencyCode>
             <OrderReference><ID>P1</ID></OrderReference>
             <InvoiceLine><InvoicedQuantity unitCode="EA">6</InvoicedQuantity>
              <OrderLineReference><LineID>1</LineID></OrderLineReference>
              <Price><PriceAmount>1.5</PriceAmount></Price></InvoiceLine>
            </Invoice>
            """;

    @TempDir private Path folder;
    private final Terminals terminals = new Terminals();

    private int run(String... arguments) {
        return Milepost.commandLine(terminals.terminal()).execute(arguments);
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    @Test
    void tryShowsTreeEventsAndThatNothingIsWrong() throws IOException {
        String file = file("invoice.xml", INVOICE);
        assertThat(run("partner", "try", "generic-ubl", file)).as(terminals.people()).isZero();
        assertThat(terminals.results())
                .startsWith(file + ": UBL Invoice, 1 event\ntree:\n  {\n    \"ID\" : \"INV-1\",\n")
                .contains("\"unitPrice\" : \"1.5\"")
                .endsWith("problems: none\n");
    }

    @Test
    void tryTellsEveryProblemWithItsPlaceAndEndsWithThree() throws IOException {
        String file =
                file("invoice.xml", INVOICE.replace(">6<", ">six<").replace(">1.5<", ">1,5<"));
        assertThat(run("partner", "try", "generic-ubl", file)).isEqualTo(3);
        assertThat(terminals.results())
                .contains(file + ": UBL Invoice, cannot be used\n")
                .contains(
                        "  error not-a-number: line 4:15, /Invoice/InvoiceLine/InvoicedQuantity:"
                                + " events[0].quantity: expected a decimal number but found 'six'")
                .contains(
                        "  error not-a-number: line 6:10, /Invoice/InvoiceLine/Price/PriceAmount:"
                            + " events[0].unitPrice: expected a decimal number but found '1,5'");
    }

    @Test
    void tryIsOneLineOfJsonForPrograms() throws IOException {
        String good = file("good.xml", INVOICE);
        String bad = file("bad.xml", "503");
        assertThat(run("partner", "try", "generic-ubl", good, bad, "--output", "json"))
                .isEqualTo(3);
        assertThat(terminals.results().lines()).hasSize(1);
        JsonNode result = new JsonMapper().readTree(terminals.results());
        assertThat(result.get("usable").asBoolean()).isFalse();
        assertThat(result.at("/messages/0/usable").asBoolean()).isTrue();
        assertThat(result.at("/messages/0/events/supplier.events/0/orderName").asText())
                .isEqualTo("P1");
        assertThat(result.at("/messages/1/problems/0/code").asText()).isEqualTo("not-xml");
    }

    @Test
    void aProfileThatCannotBeUsedIsToldWithExitCodeTwo() throws IOException {
        String message = file("invoice.xml", INVOICE);
        String profile = file("acme/profile.yaml", "extends: generic-ubl\ninstance: main\n");
        assertThat(run("partner", "try", folder.resolve("acme").toString(), message)).isEqualTo(2);
        assertThat(terminals.people())
                .contains(profile + " line 1: company: expected")
                .contains(profile + " line 1: partner: expected");
        assertThat(run("partner", "try", "generic-ubl", "nowhere.xml")).isEqualTo(2);
        assertThat(run("partner", "try", "generic-x21", message)).isEqualTo(2);
    }

    @Test
    void validatePlaysTheSamplesOfAProfile() throws IOException {
        assertThat(run("partner", "validate", "generic-ubl")).as(terminals.results()).isZero();
        assertThat(terminals.results()).matches("generic-ubl: \\d+ samples, all as expected\\R");
        file(
                "acme/profile.yaml",
                """
                extends: generic-ubl
                instance: main
                company: "1"
                partner: acme
                samples:
                  - {message: invoice.xml, events: invoice.json}
                """);
        file("acme/invoice.xml", INVOICE);
        file("acme/invoice.json", "{}\n");
        assertThat(run("partner", "validate", folder.resolve("acme").toString())).isEqualTo(3);
        assertThat(terminals.results()).contains("invoice.json line 1: expected {} but found {");
    }

    @Test
    void newBeginsAProfileThatPassesItsSample() throws IOException {
        String message = file("invoice.xml", INVOICE);
        String acme = folder.resolve("acme").toString();

        assertThat(run("partner", "new", acme, message)).isEqualTo(2);
        assertThat(terminals.people())
                .contains("nothing was written\ninvoice.xml: expected to say who sent it");
        assertThat(run("partner", "new", acme, message, "--partner", "501")).isZero();
        assertThat(terminals.results())
                .startsWith("acme extends generic-ubl\n  " + acme + "/profile.yaml\n");
        assertThat(run("partner", "validate", acme)).as(terminals.results()).isZero();
        assertThat(run("partner", "new", acme, message, "--partner", "501")).isEqualTo(2);
        assertThat(terminals.people()).contains(acme + ": expected no such folder");
    }

    @Test
    void eventsThatNobodyExpectsYetAreWrittenDownWhenAskedFor() throws IOException {
        String acme = folder.resolve("acme").toString();
        String message = file("invoice.xml", INVOICE);
        assertThat(run("partner", "new", acme, message, "--partner", "501")).isZero();
        Path events = folder.resolve("acme/samples/invoice.events.json");
        String expected = Files.readString(events);
        Files.delete(events);

        assertThat(run("partner", "validate", acme)).isEqualTo(3);
        assertThat(run("partner", "validate", acme, "--write")).isZero();
        assertThat(events).hasContent(expected);
        Files.writeString(events, "{}");
        assertThat(run("partner", "validate", acme, "--write"))
                .as("what is expected is not written over")
                .isEqualTo(3);
    }

    @Test
    void theExamplesThatShipAreAsExpected() {
        for (String example : List.of("northwind", "gruenwald")) {
            assertThat(run("partner", "validate", "../../flink-conf/partners/" + example))
                    .as(terminals.results())
                    .isZero();
        }
    }

    @Test
    void thePageNamesEveryCommandAndEveryShippedProfile() throws IOException {
        String page =
                Files.readString(Path.of("../../docs/command-line.md"), StandardCharsets.UTF_8);
        String section = page.substring(page.indexOf("\n## partner\n"));
        Milepost.commandLine(terminals.terminal())
                .getSubcommands()
                .get("partner")
                .getSubcommands()
                .keySet()
                .forEach(it -> assertThat(section).contains("`milepost partner " + it + " "));
        assertThat(PartnerProfiles.SHIPPED)
                .allSatisfy(it -> assertThat(section).contains("`" + it + "`"));
    }
}
