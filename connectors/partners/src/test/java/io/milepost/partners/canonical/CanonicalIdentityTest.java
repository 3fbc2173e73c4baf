package io.milepost.partners.canonical;

import static io.milepost.partners.canonical.TemplateOutput.KNOWN_AT;
import static io.milepost.partners.canonical.TemplateOutput.build;
import static io.milepost.partners.canonical.TemplateOutput.events;
import static io.milepost.partners.canonical.TemplateOutput.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DocumentPurpose;
import io.milepost.events.SupplierEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By what events are told apart, and in which order they count. */
class CanonicalIdentityTest {

    @Test
    void theSameMessageGivesTheSameIdsAndAnotherOneOthers() {
        String output =
                events(
                        invoice("{\"number\": \"1\"}", "60", "10"),
                        invoice("{\"number\": \"2\"}", "60", "10"));
        List<String> first = ids(build(output));
        assertThat(ids(build(output))).isEqualTo(first).doesNotHaveDuplicates();
        assertThat(ids(build(output, "18"))).doesNotContainAnyElementsOf(first);
    }

    private static List<String> ids(CanonicalEvents events) {
        return events.supplier().stream().map(it -> it.getEnvelope().getEventId()).toList();
    }

    @Test
    void theEnvelopeSaysWhoWhenAndByWhat() {
        SupplierEvent event =
                build(events(invoice("{\"number\": \"1\"}", "60", "10"))).supplier().get(0);
        assertThat(event.getEnvelope().getSourceSystem()).isEqualTo("edi-x12");
        assertThat(event.getEnvelope().getPartner()).isEqualTo("acme");
        assertThat(event.getEnvelope().getKnownAt()).isEqualTo(KNOWN_AT);
        assertThat(event.getEnvelope().getTraceparent()).isEqualTo("00-trace");
        assertThat(event.getEnvelope().getOccurredAt()).isEqualTo("2026-03-03T10:00:00Z");
        assertThat(event.getDocument().getControlNumber()).isEqualTo("17");
    }

    @Test
    void whatTakesADocumentOfTheSameMomentBackCountsAfterIt() {
        String output = events(invoice("{\"number\": \"1\"}", "60", "10"));
        String cancelled = output.replace("\"D1\"", "\"D1\", \"purpose\": \"CANCEL\"");
        assertThat(build(cancelled).supplier().get(0).getDocument().getPurpose())
                .isEqualTo(DocumentPurpose.CANCEL);
        assertThat(build(cancelled).supplier().get(0).getDocument().getIssuedAt())
                .isAfter(build(output).supplier().get(0).getDocument().getIssuedAt());
    }

    @Test
    void aCarrierThatRepeatsItsStoryRepeatsItsIds() {
        String status =
                """
                {"kind": "carrierStatus", "status": "DELIVERED", "at": "2026-03-20T10:00:00Z",
                 "references": [{"type": "TRACKING_NUMBER", "value": "T1"}], "text": "%s"}\
                """;
        String one = "{\"events\": [" + status.formatted("a") + "]}";
        String both = "{\"events\": [" + status.formatted("a") + "," + status.formatted("b") + "]}";
        assertThat(build(both, "99").carrier())
                .hasSize(2)
                .extracting(it -> it.getEnvelope().getEventId())
                .contains(build(one).carrier().get(0).getEnvelope().getEventId());
        assertThat(build(one).carrier().get(0).getEnvelope().getRecordedAt())
                .as("known before it happens: it was written down by then")
                .isEqualTo(KNOWN_AT);
    }
}
