package io.milepost.partners.delivery;

import io.milepost.events.LineChange;
import io.milepost.events.OrderDocumentKind;
import io.milepost.events.OutboundLine;
import io.milepost.events.PartnerOutbound;
import io.milepost.partners.profile.PartnerProfile;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.ProfileSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Documents that are to be sent, and profiles of those who are to get them. */
final class Documents {

    static final Instant ORDERED = Instant.parse("2026-03-02T08:15:30Z");
    static final Instant PLANNED = Instant.parse("2026-03-20T00:00:00Z");

    private Documents() {}

    static PartnerOutbound order(OrderDocumentKind kind, OutboundLine... lines) {
        PartnerOutbound document = new PartnerOutbound();
        document.setDocumentId("d0c0");
        document.setInstance("main");
        document.setCompany("1");
        document.setPartner("501");
        document.setOrderKnownAt(ORDERED);
        document.setKnownAt(ORDERED.plusSeconds(86_400));
        document.setKind(kind);
        document.setRevision(2);
        document.setOrderId(42);
        document.setOrderName("P00042");
        document.setVendorReference("SO-7781");
        document.setCurrency("EUR");
        document.setWarehouse("HAM");
        document.setIncoterm("DAP");
        document.setOrderedAt(ORDERED);
        document.setLines(List.of(lines));
        return document;
    }

    static OutboundLine line(int number, LineChange change, String quantity) {
        return new OutboundLine(
                100L + number,
                number,
                change,
                "NW-" + number,
                "OWN-" + number,
                null,
                "Valve *" + number,
                new BigDecimal(quantity).setScale(6),
                "C62",
                new BigDecimal("18.450000"),
                PLANNED);
    }

    static PartnerProfile profile(String parent, String more) throws IOException {
        String yaml =
                "extends: "
                        + parent
                        + "\ninstance: main\ncompany: \"1\"\npartner: \"501\"\n"
                        + more;
        return PartnerProfiles.read("profile.yaml", new ProfileSource("acme", yaml, Map.of()));
    }
}
