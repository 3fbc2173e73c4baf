package io.milepost.partners.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import io.milepost.partners.mapping.Mapping;
import io.milepost.partners.message.PartnerMessage;
import io.milepost.schemas.TrustedEvents;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the canonical events of what a template made of a message. Everything is checked, all that
 * is wrong is told at once, and a message with one error gives no events: half a document is worse
 * than none. Safe for many threads.
 */
public final class CanonicalBuilder {

    /** What a template writes for a position that is not about goods of ours, such as freight. */
    private static final String LEFT_OUT = "leftOut";

    private static final List<String> KINDS = kinds();

    static {
        TrustedEvents.trust();
    }

    private final Speaker speaker;

    /** For the messages of one partner. */
    public CanonicalBuilder(Speaker speaker) {
        this.speaker = speaker;
    }

    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>(SupplierReader.KINDS);
        kinds.add(CarrierReader.STATUS);
        kinds.addAll(ItemReader.KINDS);
        kinds.add(LEFT_OUT);
        return List.copyOf(kinds);
    }

    /**
     * The events of a message.
     *
     * @param mapping what the template made of it
     * @param message the message, whose places problems are told at
     * @param arrival how it came in
     */
    public CanonicalEvents build(Mapping mapping, PartnerMessage message, Arrival arrival) {
        if (!mapping.problems().isEmpty()) {
            return CanonicalEvents.refused(mapping.problems());
        }
        Findings findings = new Findings(message.places());
        JsonNode output = mapping.output();
        if (!output.isObject()) {
            findings.object(
                    "not-an-object",
                    message.body(),
                    "the template's result: expected fields document and events, or nothing");
            return CanonicalEvents.refused(findings.problems());
        }
        return read(new Fields(output, "", findings), message, arrival);
    }

    private CanonicalEvents read(Fields output, PartnerMessage message, Arrival arrival) {
        Findings findings = output.findings();
        List<Fields> events = output.objects("events");
        String nothing = output.words("nothing");
        boolean document = events.stream().anyMatch(CanonicalBuilder::isOfDocument);
        Paper paper =
                Paper.read(
                        output, document && !events.isEmpty(), speaker, message.header(), arrival);
        boolean documented = output.has("document") || message.header().preparedAt() != null;
        SupplierReader supplier = new SupplierReader(paper);
        CarrierReader carrier = new CarrierReader(paper, documented);
        ItemReader items = new ItemReader(paper);
        for (Fields event : events) {
            read(event, supplier, carrier, items);
        }
        boolean silent = events.stream().noneMatch(CanonicalBuilder::says);
        if (silent && nothing == null && !findings.refuse()) {
            findings.object(
                    "no-events",
                    message.body(),
                    events.isEmpty()
                            ? "events: expected at least one, or a reason why there is nothing,"
                                    + " but found neither"
                            : "events: expected at least one but every position is left out");
        }
        output.refuseOthers();
        if (findings.refuse()) {
            return CanonicalEvents.refused(findings.problems());
        }
        return new CanonicalEvents(
                supplier.events(), carrier.events(), items.events(), nothing, findings.problems());
    }

    private static boolean says(Fields event) {
        return !event.object().path("kind").asText().equals(LEFT_OUT);
    }

    /** Whether the event is one of the message's own document. */
    private static boolean isOfDocument(Fields event) {
        String kind = event.object().path("kind").asText();
        return !kind.equals(CarrierReader.STATUS)
                && !kind.equals(LEFT_OUT)
                && !event.object().has("document");
    }

    private static void read(
            Fields event, SupplierReader supplier, CarrierReader carrier, ItemReader items) {
        String kind = event.required("kind", "one of " + String.join(", ", KINDS));
        if (SupplierReader.KINDS.contains(kind)) {
            supplier.read(kind, event);
        } else if (ItemReader.KINDS.contains(kind)) {
            items.read(kind, event);
        } else if (kind.equals(CarrierReader.STATUS)) {
            carrier.read(event);
        } else if (kind.equals(LEFT_OUT)) {
            leaveOut(event);
        } else if (!kind.isEmpty()) {
            event.findings()
                    .value(
                            "unknown-kind",
                            event.node("kind"),
                            event.path("kind"),
                            "one of " + String.join(", ", KINDS));
        }
    }

    /** A position of which nothing is made is told, and does not vanish. */
    private static void leaveOut(Fields event) {
        String reason = event.required("reason", "why the position is left out");
        event.node("what");
        event.refuseOthers();
        event.findings()
                .warning(
                        "left-out",
                        event.has("what") ? event.node("what") : event.object(),
                        event.path("") + ": left out: " + reason);
    }
}
