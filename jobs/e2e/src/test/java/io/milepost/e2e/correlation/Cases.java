package io.milepost.e2e.correlation;

import static io.milepost.events.MilestoneName.ACKNOWLEDGED;
import static io.milepost.events.MilestoneName.IN_TRANSIT;
import static io.milepost.events.MilestoneName.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.e2e.correlation.Case.Message;
import io.milepost.e2e.correlation.PartnerDesk.Partner;
import io.milepost.events.RejectReason;
import io.milepost.partners.message.Format;
import java.util.List;

/** The ways in which people were hurt by messages that found the wrong line, or none. */
final class Cases {

    static final String VENDOR = "501";

    private static final Partner NORTHWIND =
            Partner.of("northwind", Format.X12, "generic-x12", VENDOR)
                    .with("delivery:")
                    .with("  since: 2026-03-01T00:00:00Z")
                    .with("  folder: northwind")
                    .with("  sender: ZZ:ACME")
                    .with("  receiver: ZZ:NORTHWIND");
    private static final Partner WESTWIND =
            Partner.of("westwind", Format.EDIFACT, "generic-edifact", VENDOR);
    private static final Partner PARCELS = Partner.of("parcels", Format.JSON, "aftership", "900");

    static final List<Partner> PARTNERS = List.of(NORTHWIND, WESTWIND, PARCELS);

    private static final List<String> TWO_ITEMS = List.of("BR-7", "BR-8");

    private Cases() {}

    static List<Case> all() {
        return List.of(
                Case.of(
                        "A supplier that numbers lines its own way is found by its items",
                        TWO_ITEMS,
                        told -> {
                            assertThat(told.reached(1)).contains(ACKNOWLEDGED);
                            assertThat(told.reached(2)).contains(ACKNOWLEDGED);
                            assertThat(told.confirmed(2)).isEqualByComparingTo("60");
                        },
                        acknowledged(
                                "PO1*10*100*EA*2.5**VN*BR-7~ACK*IA*100*EA*067*20260320~"
                                        + "PO1*20*60*EA*2.5**VN*BR-8~ACK*IA*60*EA*067*20260320~",
                                "OC-{number}",
                                4)),
                Case.of(
                        "An item that two lines have is refused, not guessed",
                        List.of("BR-7", "BR-7"),
                        told -> {
                            assertThat(told.refused()).containsExactly(RejectReason.AMBIGUOUS);
                            assertThat(told.reached(1)).doesNotContain(ACKNOWLEDGED);
                            assertThat(told.reached(2)).doesNotContain(ACKNOWLEDGED);
                        },
                        acknowledged(
                                "PO1**100*EA*2.5**VN*BR-7~ACK*IA*100*EA*067*20260320~",
                                "OC-{number}",
                                2)),
                Case.of(
                        "Two ship notices for one order add up",
                        TWO_ITEMS,
                        told -> {
                            assertThat(told.shipped(1)).isEqualByComparingTo("100");
                            assertThat(told.reached(2)).contains(SHIPPED);
                        },
                        despatched("9", "DES-{number}A", "LIN+1++:'PIA+1+BR-7:SA'QTY+12:60:PCE'"),
                        despatched(
                                "9",
                                "DES-{number}B",
                                "LIN+1++:'PIA+1+BR-7:SA'QTY+12:40:PCE'"
                                        + "LIN+2++:'PIA+1+BR-8:SA'QTY+12:100:PCE'")),
                Case.of(
                        "One ship notice for two orders reaches the lines of both",
                        TWO_ITEMS,
                        told -> {
                            assertThat(told.reached(1)).contains(SHIPPED);
                            assertThat(told.otherReached(2)).contains(SHIPPED);
                            assertThat(told.otherReached(1)).doesNotContain(SHIPPED);
                        },
                        shipped(
                                "00",
                                "HL*2*1*O~PRF*{order}~HL*3*2*I~LIN**VN*BR-7~SN1**100*EA~"
                                        + "HL*4*1*O~PRF*{other}~HL*5*4*I~LIN**VN*BR-8~SN1**100*EA~",
                                8)),
                Case.of(
                        "A carrier that is quicker than the ship notice waits for it",
                        TWO_ITEMS,
                        told -> {
                            assertThat(told.reached(1)).contains(SHIPPED, IN_TRANSIT);
                            assertThat(told.reached(2)).doesNotContain(IN_TRANSIT);
                        },
                        carried(),
                        shipped("00", item("100"), 5)),
                Case.of(
                        "A replaced ship notice says how much was shipped",
                        TWO_ITEMS,
                        told -> assertThat(told.shipped(1)).isEqualByComparingTo("40"),
                        shipped("00", item("60"), 5),
                        shipped("05", item("40"), 5)),
                Case.of(
                        "A cancelled ship notice never was",
                        TWO_ITEMS,
                        told -> {
                            assertThat(told.shipped(1)).isEqualByComparingTo("0");
                            assertThat(told.reached(1)).doesNotContain(SHIPPED);
                        },
                        despatched("9", "DES-{number}", "LIN+1++:'PIA+1+BR-7:SA'QTY+12:60:PCE'"),
                        despatched("1", "DES-{number}", "LIN+1++:'PIA+1+BR-7:SA'QTY+12:60:PCE'")),
                Case.of(
                        "One acknowledgement in two documents confirms both lines",
                        TWO_ITEMS,
                        told -> {
                            assertThat(told.reached(1)).contains(ACKNOWLEDGED);
                            assertThat(told.reached(2)).contains(ACKNOWLEDGED);
                        },
                        acknowledged(
                                "PO1*1*100*EA*2.5**VN*BR-7~ACK*IA*100*EA*067*20260320~",
                                "OC-{number}A",
                                2),
                        acknowledged(
                                "PO1*2*100*EA*2.5**VN*BR-8~ACK*IA*100*EA*067*20260320~",
                                "OC-{number}B",
                                2)),
                Case.of(
                                "A supplier that answers before the order is known is heard",
                                TWO_ITEMS,
                                told -> {
                                    assertThat(told.reached(1)).contains(ACKNOWLEDGED);
                                    assertThat(told.confirmed(1)).isEqualByComparingTo("100");
                                },
                                acknowledged(
                                        "PO1*1*100*EA*2.5**VN*BR-7~ACK*IA*100*EA*067*20260320~",
                                        "OC-{number}",
                                        2))
                        .beforeItsOrder(),
                Case.of(
                                "A supplier that answers to our number alone means the line that"
                                        + " went out under it",
                                List.of("BR-7", "BR-7"),
                                told -> {
                                    assertThat(told.reached(1)).doesNotContain(ACKNOWLEDGED);
                                    assertThat(told.reached(2)).contains(ACKNOWLEDGED);
                                },
                                acknowledged(
                                        "PO1*2*100*EA*2.5~ACK*IA*100*EA*067*20260320~",
                                        "OC-{number}",
                                        2))
                        .ofAnOrderThatWeSent());
    }

    private static String item(String quantity) {
        return "HL*2*1*O~PRF*{order}~HL*3*2*I~LIN**VN*BR-7~SN1**%s*EA~".formatted(quantity);
    }

    private static Message acknowledged(String lines, String number, int segments) {
        String body =
                "BAK*00*AC*{order}*20260302****%s*20260303~".formatted(number) + lines + "CTT*1~";
        return x12("PR", "855", body, segments + 2);
    }

    private static Message shipped(String purpose, String levels, int segments) {
        String body =
                "BSN*%s*DES-{number}*20260318*1700~".formatted(purpose)
                        + "HL*1**S~REF*CN*1Z{number}~DTM*011*20260318*1630*UT~"
                        + levels
                        + "CTT*1~";
        return x12("SH", "856", body, segments + 5);
    }

    private static Message x12(String group, String type, String body, int segments) {
        return new Message(
                NORTHWIND,
                "ISA*00*          *00*          *ZZ*NORTHWIND      *ZZ*ACME           "
                        + "*260303*1015*U*00401*{control}*0*P*>~"
                        + "GS*%s*NORTHWIND*ACME*20260303*1015*1*X*004010~".formatted(group)
                        + "ST*%s*0001~".formatted(type)
                        + body
                        + "SE*%d*0001~GE*1*1~IEA*1*{control}~".formatted(segments + 2));
    }

    private static Message despatched(String function, String number, String lines) {
        return new Message(
                WESTWIND,
                "UNB+UNOC:3+4012345000009:14+4098765000010:14+260303:1015+{control}'"
                        + "UNH+1+DESADV:D:96A:UN:EAN008'BGM+351+%s+%s'".formatted(number, function)
                        + "DTM+137:202603181700:203'DTM+11:202603181630:203'RFF+ON:{order}'CPS+1'"
                        + lines
                        + "UNT+%d+1'UNZ+1+{control}'"
                                .formatted(7 + lines.chars().filter(c -> c == '\'').count()));
    }

    private static Message carried() {
        return new Message(
                PARCELS,
                """
                {"event": "tracking_update", "event_id": "carried-{number}", "ts": 1774000000,
                 "msg": {"id": "{number}", "tracking_number": "1Z{number}", "slug": "ups",
                  "tag": "InTransit", "updated_at": "2026-03-19T08:00:10+00:00",
                  "checkpoints": [{"slug": "ups", "tag": "InTransit",
                   "subtag": "InTransit_007",
                   "checkpoint_time": "2026-03-19T02:00:00Z",
                   "created_at": "2026-03-19T01:10:00+00:00", "message": "Departed"}]}}
                """);
    }
}
