package io.milepost.pipelines.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milepost.events.AlertKind;
import io.milepost.events.EpisodeStatus;
import io.milepost.events.SlaAlert;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.accounts.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operations hear of documents that suppliers do not have. */
class DocumentAlertsTest {

    private static final InboundRecord PROFILE = Delivered.usualProfile();

    private final Outside outside = Outside.fresh();

    @Test
    void whatIsRefusedIsAnAlertUntilItIsSent() throws Exception {
        outside.answersAtOnce = false;
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1"));
            outside.refuse(0, "answered 422");
            sending.clock(20);

            assertThat(alerts(sending))
                    .singleElement()
                    .satisfies(
                            alert -> {
                                assertThat(alert.getKind()).isEqualTo(AlertKind.DOCUMENT_REFUSED);
                                assertThat(alert.getStatus()).isEqualTo(EpisodeStatus.OPEN);
                                assertThat(alert.getOrderName()).isEqualTo("P42");
                                assertThat(alert.getVendor()).isEqualTo("501");
                                assertThat(alert.getOpenedAt()).isEqualTo(Delivered.DAY);
                                assertThat(alert.getMessage())
                                        .isEqualTo(
                                                "document d1 (ORDER of P42) for partner 501:"
                                                        + " answered 422");
                            });

            outside.answersAtOnce = true;
            sending.replayed(Delivered.document("d1"));
            assertThat(alerts(sending))
                    .extracting(SlaAlert::getStatus, SlaAlert::getMessage)
                    .containsExactly(
                            tuple(
                                    EpisodeStatus.OPEN,
                                    "document d1 (ORDER of P42) for partner 501: answered 422"),
                            tuple(
                                    EpisodeStatus.CLEARED,
                                    "document d1 (ORDER of P42) for partner 501: was sent"));
            assertThat(alerts(sending)).extracting(SlaAlert::getAlertId).containsOnly(id(sending));
            assertThat(alerts(sending))
                    .extracting(SlaAlert::getOpenedAt)
                    .containsOnly(Delivered.DAY);
        }
    }

    @Test
    void whatIsSentAtOnceIsNone() throws Exception {
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1")).given(Delivered.acknowledgement("1"));

            assertThat(sending.written()).isEmpty();
        }
    }

    @Test
    void whatAPartnersSystemCannotUseIsAnAlertOfItsOrder() throws Exception {
        try (SendingHarness sending = SendingHarness.fresh(PROFILE)) {
            sending.given(Delivered.document("d1"));
            sending.given(Delivered.rejection("000000001/0001", ""));
            sending.given(Delivered.rejection("000000001/0001", ""));
            sending.given(Delivered.rejection("P43", "P43"));

            assertThat(alerts(sending))
                    .extracting(SlaAlert::getOrderName, SlaAlert::getMessage)
                    .containsExactly(
                            rejected("P42", "000000001/0001"),
                            rejected("P42", "000000001/0001"),
                            rejected("P43", "P43"));
            assertThat(alerts(sending).stream().map(SlaAlert::getAlertId).distinct()).hasSize(2);
            assertThat(outside.notes).as("sent, and rejected twice").hasSize(3);
            assertThat(sending.books().stream().filter(Entry.Kind.EFFECTIVE::equals)).hasSize(4);
        }
    }

    private static org.assertj.core.groups.Tuple rejected(String order, String number) {
        return tuple(
                order,
                "technical acknowledgement 997-1 of partner 501: its system cannot use what was"
                        + " sent as "
                        + number);
    }

    private static String id(SendingHarness sending) throws Exception {
        return alerts(sending).get(0).getAlertId();
    }

    private static List<SlaAlert> alerts(SendingHarness sending) throws Exception {
        return Bench.values(SlaAlert.class, sending.written());
    }
}
