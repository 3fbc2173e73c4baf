package io.milepost.e2e.intake;

import io.milepost.partners.canonical.CanonicalEvents;
import io.milepost.partners.profile.PartnerProfiles;
import io.milepost.partners.profile.ProfileSource;
import io.milepost.partners.trial.PartnerTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Something that a partner sends.
 *
 * @param partner who
 * @param id the sender's own id
 * @param text what
 */
record Sent(Partner partner, String id, String text) {

    /** The partners of these tests, each with a way of its own. */
    enum Partner {
        /** A supplier that speaks X12 and signs its calls. */
        NORTHWIND("generic-x12"),
        /** A carrier's service that speaks JSON and signs its bodies. */
        TRACKER("aftership"),
        /** A supplier that drops EDIFACT into a folder. */
        HANSA("generic-edifact"),
        /** A supplier that drops UBL into a folder. */
        NORDIC("generic-ubl");

        private final String parent;

        Partner(String parent) {
            this.parent = parent;
        }

        String profile() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The text of its profile, with further lines. */
        String yaml(String... further) {
            return "extends: %s\ninstance: main\ncompany: \"1\"\npartner: \"50%d\"\n%s\n"
                    .formatted(parent, ordinal(), String.join("\n", further));
        }

        private String sample(String file) throws IOException {
            return PartnerProfiles.shippedSource(parent).text("samples/" + file);
        }
    }

    /** An interchange of acknowledgements, each of an order of its own. */
    static Sent x12(int number, int transactions) {
        StringBuilder text = new StringBuilder();
        text.append(
                "ISA*00*          *00*          *ZZ*NORTHWIND      *ZZ*ACME           "
                        + "*260302*0911*U*00401*%09d*0*P*>~\n".formatted(number)
                        + "GS*PR*NORTHWIND*ACME*20260302*0911*%d*X*004010~\n".formatted(number));
        for (int i = 1; i <= transactions; i++) {
            text.append(acknowledgement(number, i, "IA", "EA"));
        }
        text.append("GE*%d*%d~\nIEA*1*%09d~\n".formatted(transactions, number, number));
        return new Sent(Partner.NORTHWIND, "msg_" + number, text.toString());
    }

    /** One transaction of an interchange. */
    static String acknowledgement(int number, int index, String answer, String unit) {
        return "ST*855*%1$04d~\nBAK*00*AC*P%2$d-%1$d*20260301****OC-%2$d-%1$d*20260302~\n"
                        .formatted(index, number)
                + "PO1*1*10*EA*7.5**VN*BR-7~\nACK*%s*10*%s*067*20260320~\n".formatted(answer, unit)
                + "CTT*1~\nSE*6*%04d~\n".formatted(index);
    }

    /** The story of a parcel. */
    static Sent json(int number) throws IOException {
        return new Sent(
                Partner.TRACKER,
                "hook_" + number,
                Partner.TRACKER
                        .sample("webhook.json")
                        .replace("1Z999AA10123456784", "1Z%08d".formatted(number)));
    }

    /** An acknowledgement in EDIFACT. */
    static Sent edifact(int number) throws IOException {
        String text =
                Partner.HANSA
                        .sample("ordrsp.edi")
                        .replace(":1015+101'", ":1015+%d'".formatted(number))
                        .replace("UNZ+1+101'", "UNZ+1+%d'".formatted(number))
                        .replace("P00042", "PE%d".formatted(number));
        return new Sent(Partner.HANSA, "ordrsp-%05d.edi".formatted(number), text);
    }

    /** An acknowledgement in UBL. */
    static Sent ubl(int number) throws IOException {
        String text =
                Partner.NORDIC
                        .sample("order-response.xml")
                        .replace("OC-4711", "OC-%d".formatted(number))
                        .replace("P00042", "PU%d".formatted(number));
        return new Sent(Partner.NORDIC, "response-%05d.xml".formatted(number), text);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The events that {@code milepost partner try} shows of it, as {@link #plain} has them. */
    List<String> events(String... further) throws Exception {
        PartnerTrial trial =
                new PartnerTrial(
                        PartnerProfiles.read(
                                partner.profile(),
                                new ProfileSource(
                                        partner.profile(), partner.yaml(further), Map.of())));
        List<String> events = new ArrayList<>();
        for (PartnerTrial.Tried tried : trial.of(bytes(), Instant.EPOCH)) {
            CanonicalEvents said = tried.events();
            said.supplier().forEach(event -> events.add(plain(event)));
            said.carrier().forEach(event -> events.add(plain(event)));
            said.items().forEach(event -> events.add(plain(event)));
        }
        return events;
    }

    /** An event without the time of its intake, which no trial knows. */
    static String plain(SpecificRecord event) {
        return event.toString().replaceAll("\"knownAt\": \"[^\"]*\"", "\"knownAt\": \"\"");
    }
}
