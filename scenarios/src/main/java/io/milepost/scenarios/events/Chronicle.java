package io.milepost.scenarios.events;

import io.milepost.events.Envelope;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.Reference;
import io.milepost.events.SlaPolicy;
import io.milepost.scenarios.Action;
import io.milepost.scenarios.words.RuleText;
import io.milepost.scenarios.words.Timing;
import io.milepost.schemas.Topic;
import io.milepost.schemas.TrustedEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * A story as it is being read: what has happened so far, and the order that everybody speaks of.
 * There is one order, P00042, of the supplier acme.
 */
public final class Chronicle {

    /** Odoo's number of the order. */
    public static final long ORDER = 42;

    /** The order as people write it. */
    public static final String ORDER_NAME = "P00042";

    /** The supplier. */
    public static final String VENDOR = "acme";

    private static final String INSTANCE = "main";

    static {
        TrustedEvents.trust();
    }

    private final String company;
    private final List<Action> actions = new ArrayList<>();
    private final List<SlaPolicy> rules = new ArrayList<>();
    private final List<String> ruleTexts = new ArrayList<>();
    private final Map<Integer, OdooOrderLine> lines = new TreeMap<>();
    private Instant goLive;
    private Instant now = Instant.MIN;
    private int events;

    /** A story that plays in a company. */
    public Chronicle(String company) {
        this.company = company;
    }

    /** What happens, in order. */
    public List<Action> actions() {
        return actions;
    }

    /** The rules that hold from the start. */
    public List<SlaPolicy> rules() {
        return rules;
    }

    /** Every rule, as people write it. */
    public List<String> ruleTexts() {
        return ruleTexts;
    }

    /** A rule of this story by its text. */
    SlaPolicy rule(String text) {
        ruleTexts.add(RuleText.complete(text));
        return RuleText.read(text, company);
    }

    /** From when on the company is live. */
    public Optional<Instant> goLive() {
        return Optional.ofNullable(goLive);
    }

    /** Says from when on the company is live. */
    public void goLive(Instant time) {
        goLive = time;
    }

    /** The company. */
    public String company() {
        return company;
    }

    /** The last message arrives once more, as it was. */
    void repeat(Instant at) {
        for (int i = actions.size() - 1; i >= 0; i--) {
            if (actions.get(i) instanceof Action.Arrives last) {
                add(new Action.Arrives(at, last.topic(), last.key(), last.event()));
                return;
            }
        }
        throw new IllegalArgumentException("expected a message before but found none");
    }

    /** What time it is in the story. */
    public Instant now() {
        return now;
    }

    /** Something happens; time does not go back. */
    public void add(Action action) {
        if (action.at().isBefore(now)) {
            throw new IllegalArgumentException(
                    "expected a time from " + now + " on but found " + action.at());
        }
        now = action.at();
        actions.add(action);
    }

    /** A line of the order as Odoo has it now; {@code null} while it has none. */
    OdooOrderLine line(int number) {
        return lines.get(number);
    }

    void order(int number, OdooOrderLine line) {
        lines.put(number, line);
    }

    Iterable<Integer> lineNumbers() {
        return List.copyOf(lines.keySet());
    }

    /** The unit of a line, pieces while it is unknown. */
    String unitOf(int number) {
        OdooOrderLine line = lines.get(number);
        return line == null ? "C62" : line.getUnit();
    }

    /** Odoo's id of a line of the order. */
    public static long lineId(int number) {
        return ORDER * 100 + number;
    }

    /** The key of a line of a company's order. */
    public static String lineKey(String company, int number) {
        return INSTANCE + "/" + company + "/" + ORDER + "/" + lineId(number);
    }

    Envelope envelope(Timing timing, String partner, List<Reference> references) {
        return new Envelope(
                "%s-event-%03d".formatted(company, ++events),
                partner == null ? "odoo" : "portal",
                INSTANCE,
                company,
                partner,
                timing.occurred(),
                timing.recorded(),
                timing.known(),
                references,
                null);
    }

    void tellOfLine(Timing timing, Topic<?> topic, int line, SpecificRecord event) {
        add(new Action.Arrives(timing.arrives(), topic, lineKey(company, line), event));
    }

    void tellOfOrder(Timing timing, Topic<?> topic, SpecificRecord event) {
        String key = INSTANCE + "/" + company + "/" + ORDER_NAME;
        add(new Action.Arrives(timing.arrives(), topic, key, event));
    }

    void tellOfShipment(Timing timing, Topic<?> topic, Reference first, SpecificRecord event) {
        String key = INSTANCE + "/" + company + "/" + first.getType() + "/" + first.getValue();
        add(new Action.Arrives(timing.arrives(), topic, key, event));
    }
}
