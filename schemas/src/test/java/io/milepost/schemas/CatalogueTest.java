package io.milepost.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.events.Heartbeat;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void everyTopicHasItsOwnName() {
        assertThat(Catalogue.all())
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)?"));
    }

    @Test
    void everyTopicHasItsOwnRecords() {
        assertThat(Catalogue.all()).extracting(Topic::value).doesNotHaveDuplicates();
    }

    @Test
    void whatDataTeamsReadStaysReadableBothWays() {
        List<Topic<?>> outputs =
                List.of(
                        Catalogue.MILESTONES,
                        Catalogue.STATUS,
                        Catalogue.ALERTS,
                        Catalogue.ACCOUNTS);

        assertThat(outputs)
                .allSatisfy(
                        topic -> {
                            assertThat(topic.compatibility())
                                    .isEqualTo(Compatibility.FULL_TRANSITIVE);
                            assertThat(topic.guarantee()).isEqualTo(Guarantee.EXACTLY_ONCE);
                        });
        assertThat(Catalogue.all())
                .filteredOn(topic -> !outputs.contains(topic))
                .extracting(Topic::compatibility)
                .containsOnly(Compatibility.BACKWARD_TRANSITIVE);
    }

    @Test
    void everyInputCarriesTheEnvelopeFirst() {
        assertThat(Catalogue.all())
                .filteredOn(topic -> topic.guarantee() == Guarantee.BY_WRITER)
                .filteredOn(topic -> !topic.equals(Catalogue.POLICIES))
                .filteredOn(topic -> !topic.equals(Catalogue.PARTNER_INBOUND))
                .filteredOn(topic -> !topic.equals(Catalogue.PARTNER_PROFILES))
                .filteredOn(topic -> !topic.equals(Catalogue.PARTNER_DELIVERIES))
                .allSatisfy(
                        topic -> {
                            Schema.Field first = topic.schema().getFields().get(0);
                            assertThat(first.name()).isEqualTo("envelope");
                            assertThat(first.schema().getName()).isEqualTo("Envelope");
                        });
    }

    @Test
    void onlyStatusProfilesAndLedgerAreCompactedAndOnlyPoliciesStayForEver() {
        assertThat(Catalogue.all())
                .filteredOn(topic -> topic.retention().compacted())
                .containsExactly(
                        Catalogue.PARTNER_PROFILES, Catalogue.PARTNER_DELIVERIES, Catalogue.STATUS);
        assertThat(Catalogue.all())
                .filteredOn(topic -> topic.retention().retentionMillis() < 0)
                .containsExactly(
                        Catalogue.PARTNER_PROFILES,
                        Catalogue.PARTNER_DELIVERIES,
                        Catalogue.POLICIES,
                        Catalogue.STATUS);
    }

    @Test
    void onlyWhatComesFromOutsideHasTheBrokersTime() {
        assertThat(Catalogue.all())
                .filteredOn(topic -> topic.timestamps() == Timestamps.BROKER)
                .containsExactly(Catalogue.PARTNER_INBOUND);
    }

    @Test
    void aRetentionKeepsWhatIsYounger() {
        assertThat(Retention.days(2).keeps(Duration.ofHours(47))).isTrue();
        assertThat(Retention.days(2).keeps(Duration.ofHours(48))).isFalse();
        assertThat(Retention.forever().keeps(Duration.ofDays(100_000))).isTrue();
        assertThat(Retention.latestOfKey().cleanupPolicy()).isEqualTo("compact");
    }

    @Test
    void anEnvironmentsPrefixIsPartOfNameAndSubject() {
        assertThat(Catalogue.ALERTS.in("test.")).isEqualTo("test.sla.alerts");
        assertThat(Catalogue.ALERTS.subject("test.")).isEqualTo("test.sla.alerts-value");
        assertThat(Catalogue.HEARTBEAT_SUBJECT).isEqualTo("io.milepost.events.Heartbeat");
    }

    @Test
    void aTopicWithoutPartitionsIsRefused() {
        assertThatThrownBy(
                        () ->
                                new Topic<>(
                                        "a",
                                        KeyType.LINE,
                                        Heartbeat.class,
                                        0,
                                        Retention.forever(),
                                        Timestamps.WRITER,
                                        Compatibility.FULL_TRANSITIVE,
                                        Guarantee.BY_WRITER,
                                        "nobody",
                                        "none"))
                .hasMessage("topic a.partitions: must be > 0 but was 0");
    }

    @Test
    void theCatalogueCannotBeChanged() {
        assertThatThrownBy(() -> Catalogue.all().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(Catalogue.all().stream().map(Topic::name).collect(Collectors.toSet()))
                .hasSize(19);
    }
}
