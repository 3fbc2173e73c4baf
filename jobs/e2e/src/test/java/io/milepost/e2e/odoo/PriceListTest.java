package io.milepost.e2e.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.milepost.e2e.stack.CommittedReader;
import io.milepost.e2e.stack.SharedStack;
import io.milepost.events.AlertKind;
import io.milepost.events.CommandOutcome;
import io.milepost.events.DeadLetter;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileStage;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.KafkaConnection;
import io.milepost.kafka.direct.BrokerClock;
import io.milepost.kafka.direct.DirectWriter;
import io.milepost.kafka.inbound.HeartbeatWatermarks;
import io.milepost.kafka.registry.RegistryConnection;
import io.milepost.local.stack.EmbeddedStack;
import io.milepost.odoo.embedded.desk.Desk;
import io.milepost.partners.intake.Delivery;
import io.milepost.partners.intake.FolderArchive;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeLimits;
import io.milepost.partners.message.Format;
import io.milepost.pipelines.items.SupplierItemsJob;
import io.milepost.pipelines.items.SupplierItemsSettings;
import io.milepost.pipelines.partners.PartnerIntakeJob;
import io.milepost.pipelines.partners.PartnerIntakeSettings;
import io.milepost.schemas.Catalogue;
import io.milepost.schemas.TrustedEvents;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Price lists and stock reports as suppliers write them, through the intake and three jobs, into
 * the price lists of Odoo and the alerts.
 */
@ExtendWith(SharedStack.class)
@DisplayName("A supplier's price list")
class PriceListTest {

    static {
        TrustedEvents.trust();
    }

    private static final String NAME = "price-list";
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    @Test
    void comesIntoOdooInWhateverFormatItIsSent(EmbeddedStack stack, @TempDir Path archive)
            throws Exception {
        try (OdooSite site = OdooSite.start();
                UpdatesRun updates = new UpdatesRun(stack, site, NAME)) {
            List<Supplier> suppliers =
                    List.of(
                            Supplier.of(site, "X12", Format.X12, PriceLists.X12),
                            Supplier.of(site, "EDIFACT", Format.EDIFACT, PriceLists.EDIFACT),
                            Supplier.of(site, "UBL", Format.UBL, PriceLists.UBL));
            // Its price lists are said to be nothing, so its price must be missed.
            Supplier mute =
                    Supplier.of(
                            site,
                            "MUTE",
                            Format.X12,
                            PriceLists.X12,
                            "documents: {\"832\": {nothing: lost on purpose}}");
            List<Supplier> all = new ArrayList<>(suppliers);
            all.add(mute);
            List<String> emptied = new ArrayList<>();
            List<DeadLetter> letters = new ArrayList<>();
            KafkaConnection kafka = updates.kafka();
            RegistryConnection registry = RegistryConnection.plain(stack.registryUrl());
            publish(kafka, registry, all);
            try (Loop.Running intake = new Loop.Running(partnerIntake(stack, kafka));
                    Loop.Running items = new Loop.Running(supplierItems(stack, kafka));
                    CommittedReader said =
                            new CommittedReader(
                                    kafka,
                                    registry,
                                    List.of(Catalogue.ALERTS, Catalogue.DEAD_LETTERS),
                                    (key, record) -> {
                                        if (record instanceof SlaAlert alert
                                                && alert.getKind()
                                                        == AlertKind.SUPPLIER_OUT_OF_STOCK) {
                                            emptied.add(alert.getItemKey());
                                        } else if (record instanceof DeadLetter letter) {
                                            letters.add(letter);
                                        }
                                    })) {
                send(kafka, registry, archive, all);
                UpdateOutputs results = updates.outputs();
                // A price and a lead time of two suppliers, and a price of the one whose list has
                // no lead times.
                results.await("five results", DEADLINE, () -> results.results().size() == 5);
                assertThat(results.results())
                        .allSatisfy(
                                result ->
                                        assertThat(result.getOutcome())
                                                .as(result.toString())
                                                .isEqualTo(CommandOutcome.APPLIED));
                said.await(
                        "four items out of stock",
                        DEADLINE,
                        () -> emptied.size() == all.size(),
                        () -> emptied + ", dead letters " + letters);

                for (Supplier supplier : suppliers) {
                    supplier.hold(site.odoo().desk());
                }
                assertThatThrownBy(() -> mute.hold(site.odoo().desk()))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("price of MUTE");
                assertThat(letters).isEmpty();
            }
        }
    }

    private static void publish(
            KafkaConnection kafka, RegistryConnection registry, List<Supplier> suppliers)
            throws Exception {
        try (SchemaRegistryClient client = registry.open();
                DirectWriter<PartnerProfileVersion> profiles =
                        DirectWriter.open(kafka, client, Catalogue.PARTNER_PROFILES, DEADLINE)) {
            for (Supplier supplier : suppliers) {
                PartnerProfileVersion version =
                        PartnerProfileVersion.newBuilder()
                                .setProfile(supplier.profile())
                                .setVersion(1)
                                .setStage(ProfileStage.APPROVED)
                                .setAuthor("ana")
                                .setApprover("ben")
                                .setReason("first")
                                .setPublishedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                                .setYaml(supplier.yaml())
                                .setFiles(List.of())
                                .build();
                profiles.write(supplier.profile() + "/1", version, List.of()).get();
            }
        }
    }

    private static void send(
            KafkaConnection kafka, RegistryConnection registry, Path archive, List<Supplier> all)
            throws Exception {
        try (SchemaRegistryClient client = registry.open();
                DirectWriter<PartnerInbound> inbound =
                        DirectWriter.open(kafka, client, Catalogue.PARTNER_INBOUND, DEADLINE);
                BrokerClock clock = BrokerClock.start(inbound, NAME, Duration.ofMillis(200))) {
            Intake intake =
                    new Intake(
                            new FolderArchive(archive),
                            (key, piece) ->
                                    inbound.write(key, piece, List.of()).thenAccept(written -> {}),
                            IntakeLimits.DEFAULT);
            for (Supplier supplier : all) {
                for (String message : supplier.messages()) {
                    intake.take(
                            Delivery.call(supplier.profile(), supplier.format(), null, null),
                            new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
    }

    private static JobClient partnerIntake(EmbeddedStack stack, KafkaConnection kafka)
            throws Exception {
        StreamExecutionEnvironment environment = stack.environment();
        PartnerIntakeJob.define(
                environment,
                PartnerIntakeSettings.parse(arguments(stack, kafka)),
                new HeartbeatWatermarks());
        return environment.executeAsync(PartnerIntakeJob.NAME);
    }

    private static JobClient supplierItems(EmbeddedStack stack, KafkaConnection kafka)
            throws Exception {
        StreamExecutionEnvironment environment = stack.environment();
        SupplierItemsJob.define(
                environment,
                SupplierItemsSettings.parse(arguments(stack, kafka)),
                new HeartbeatWatermarks());
        return environment.executeAsync(SupplierItemsJob.NAME);
    }

    private static String[] arguments(EmbeddedStack stack, KafkaConnection kafka) {
        return new String[] {
            "--bootstrap-servers=" + kafka.bootstrapServers(),
            "--registry-url=" + stack.registryUrl(),
            "--topic-prefix=" + kafka.topicPrefix(),
            "--environment=" + NAME,
            "--checkpoint-interval=300 ms"
        };
    }

    /**
     * A vendor of Odoo with one product, and what it sends of it.
     *
     * @param name also the product's code, ours
     * @param vendor Odoo's id
     * @param lists what it sends, with {@code %1$s} for the product's code
     * @param more of its profile
     */
    private record Supplier(
            String name, long vendor, Format format, PriceLists.Lists lists, String more) {

        static Supplier of(
                OdooSite site, String name, Format format, PriceLists.Lists lists, String... more) {
            site.odoo().desk().buying().product(name, "Bolt of " + name);
            long vendor = site.odoo().desk().buying().vendor("Bolts by " + name);
            return new Supplier(name, vendor, format, lists, String.join("\n", more));
        }

        String profile() {
            return name.toLowerCase(java.util.Locale.ROOT);
        }

        String yaml() {
            return "extends: %s\ninstance: odoo\ncompany: \"1\"\npartner: \"%d\"\n%s\n"
                    .formatted(lists.profile(), vendor, more);
        }

        List<String> messages() {
            return lists.messages().stream().map(message -> message.formatted(name)).toList();
        }

        /** That Odoo has what was sent. */
        void hold(Desk desk) {
            List<Long> rows = desk.find("product.supplierinfo", "partner_id", vendor);
            assertThat(rows).as("rows with a price of %s", name).hasSize(1);
            JsonNode price = desk.read("product.supplierinfo", rows.get(0), "price");
            assertThat(price.asDouble()).as("price of %s", name).isEqualTo(PriceLists.PRICE);
            if (lists.leadTime()) {
                JsonNode days = desk.read("product.supplierinfo", rows.get(0), "delay");
                assertThat(days.asInt()).as("lead time of %s", name).isEqualTo(PriceLists.DAYS);
            }
        }
    }
}
