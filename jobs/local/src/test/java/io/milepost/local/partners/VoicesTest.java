package io.milepost.local.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.Acknowledgement;
import io.milepost.events.CarrierEvent;
import io.milepost.events.CreditNote;
import io.milepost.events.Invoice;
import io.milepost.events.LineReference;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.ProfileFile;
import io.milepost.events.ScheduleLine;
import io.milepost.events.ShipNotice;
import io.milepost.events.SupplierEvent;
import io.milepost.events.TechnicalAcknowledgement;
import io.milepost.local.distributor.DistributorSimulation;
import io.milepost.local.feed.Micros;
import io.milepost.local.feed.TimedEvent;
import io.milepost.partners.canonical.Arrival;
import io.milepost.partners.canonical.CanonicalEvents;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.partners.profile.MessageReaders;
import io.milepost.partners.profile.PartnerMapper;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.ProfileSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What partners write is read as what they meant, in every format. */
@DisplayName("Partners of a story")
class VoicesTest {

    private static final Instant KNOWN = Instant.parse("2026-06-01T00:00:00Z");
    private static final DistributorSimulation STORY =
            new DistributorSimulation(42, 80, Micros.of(KNOWN));

    private final MessageReaders readers = new MessageReaders();

    @ParameterizedTest
    @EnumSource(Voice.class)
    void areUnderstoodInEveryFormat(Voice voice) throws Exception {
        Documents documents =
                switch (voice) {
                    case X12 -> new X12Documents();
                    case EDIFACT -> new EdifactDocuments();
                    case UBL -> new UblDocuments();
                    case WEBHOOK -> new WebhookDocuments();
                };
        Map<String, PartnerMapper> mappers = new HashMap<>();
        long control = 0;
        int written = 0;
        for (Saying saying : sayings()) {
            String partner = saying.envelope().getPartner();
            Correspondent who = new Correspondent("supplier-" + partner, partner, voice, false);
            PartnerMapper mapper = mappers.computeIfAbsent(partner, it -> mapper(who));
            Draft draft = documents.write(who, saying, ++control).orElse(null);
            if (draft == null) {
                continue;
            }
            written++;
            CanonicalEvents heard = heard(mapper, draft);
            assertThat(heard.supplier().stream().map(Identity::of))
                    .as(new String(draft.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .containsExactlyInAnyOrderElementsOf(draft.identities());
            assertThat(facts(heard.supplier().get(0)))
                    .as(new String(draft.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(facts(saying.lines().get(0).event()));
        }
        assertThat(written).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(
            value = Voice.class,
            names = {"X12", "WEBHOOK"})
    void tellWhatHappensToShipments(Voice voice) throws Exception {
        Correspondent who = new Correspondent("carrier", "FASTFREIGHT", voice, true);
        PartnerMapper mapper = mapper(who);
        long control = 0;
        for (TimedEvent event : STORY.events()) {
            if (event.value() instanceof CarrierEvent said) {
                Draft draft = Statuses.write(who, said, ++control);
                assertThat(heard(mapper, draft).carrier().stream().map(Identity::of))
                        .containsExactlyInAnyOrderElementsOf(draft.identities());
            }
        }
        assertThat(control).isGreaterThan(100);
    }

    @Test
    void areDealtToFormatsEvenlyAndBySeed() {
        List<String> ids = new ArrayList<>();
        for (int id = 1001; id <= 1040; id++) {
            ids.add(Integer.toString(id));
        }
        Cast cast = new Cast(42, ids, "CARRIER");
        Cast again = new Cast(42, ids, "CARRIER");
        Cast other = new Cast(43, ids, "CARRIER");
        Map<Voice, Long> counts = new HashMap<>();
        ids.forEach(id -> counts.merge(cast.supplier(id).voice(), 1L, Long::sum));

        assertThat(counts.values()).containsOnly(10L);
        assertThat(ids)
                .allMatch(id -> cast.supplier(id).equals(again.supplier(id)))
                .anyMatch(id -> !cast.supplier(id).equals(other.supplier(id)));
    }

    private CanonicalEvents heard(PartnerMapper mapper, Draft draft) {
        List<PartnerMessage> messages = readers.read(mapper.profile(), draft.bytes());
        assertThat(messages).hasSize(1);
        CanonicalEvents heard = mapper.map(messages.get(0), new Arrival(KNOWN, null));
        assertThat(heard.problems())
                .as(new String(draft.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEmpty();
        return heard;
    }

    private static PartnerMapper mapper(Correspondent who) {
        try {
            PartnerProfileVersion version =
                    new Cast(1, List.of(), "x").profile(who, "test", "1", null);
            Map<String, byte[]> files = new HashMap<>();
            for (ProfileFile file : version.getFiles()) {
                files.put(file.getPath(), file.getContent().array());
            }
            return PartnerMapper.of(
                    PartnerProfiles.read(
                            who.profile(),
                            new ProfileSource(who.profile(), version.getYaml(), files)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What suppliers say in the story, of lines by names that Odoo has. */
    private static List<Saying> sayings() {
        Map<String, String> items = new HashMap<>();
        List<Saying> sayings = new ArrayList<>();
        for (TimedEvent event : STORY.events()) {
            if (event.value() instanceof OdooOrderLine line) {
                items.put(event.key(), line.getVendorItem());
            } else if (event.value() instanceof SupplierEvent said
                    && !(said.getBody() instanceof TechnicalAcknowledgement)) {
                String item = items.get(event.lineKey());
                LineReference name =
                        said.getLine().getLineNumber() == null
                                ? said.getLine()
                                : LineReference.newBuilder().setVendorItem(item).build();
                SupplierEvent named =
                        new SupplierEvent(
                                said.getEnvelope(),
                                said.getDocument(),
                                said.getOrderName(),
                                name,
                                said.getBody());
                sayings.add(new Saying(List.of(new Saying.Line(named, item, 1))));
            }
        }
        return sayings;
    }

    /** Of what is said that which every format can say. */
    private static List<Object> facts(SupplierEvent event) {
        List<Object> facts = new ArrayList<>();
        Object body = event.getBody();
        if (body instanceof Acknowledgement answer) {
            for (ScheduleLine part : answer.getSchedule()) {
                facts.add(part.getAnswer());
                facts.add(plain(part.getQuantity()));
                facts.add(part.getUnit());
                facts.add(part.getPromisedAt());
            }
        } else if (body instanceof ShipNotice notice) {
            facts.add(plain(notice.getQuantity()));
            facts.add(notice.getUnit());
            facts.add(notice.getShipmentId());
            facts.add(event.getEnvelope().getReferences());
        } else if (body instanceof Invoice invoice) {
            facts.add(plain(invoice.getQuantity()));
            facts.add(invoice.getUnit());
            facts.add(plain(invoice.getUnitPrice()));
            facts.add(invoice.getCurrency());
        } else if (body instanceof CreditNote note) {
            facts.add(plain(note.getQuantity()));
            facts.add(note.getUnit());
            facts.add(plain(note.getUnitPrice()));
            facts.add(note.getCurrency());
            facts.add(note.getInvoiceNumber());
        }
        return facts;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
