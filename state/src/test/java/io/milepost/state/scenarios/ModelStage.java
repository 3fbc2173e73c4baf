package io.milepost.state.scenarios;

import io.milepost.events.CarrierEvent;
import io.milepost.events.LineReference;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OdooResult;
import io.milepost.events.Reference;
import io.milepost.events.ShipNotice;
import io.milepost.events.SlaPolicy;
import io.milepost.events.SupplierEvent;
import io.milepost.scenarios.Action;
import io.milepost.scenarios.Stage;
import io.milepost.scenarios.Story;
import io.milepost.state.LineKey;
import io.milepost.state.Times;
import io.milepost.state.correlation.LineNumber;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.ShipNoticeFact;
import io.milepost.state.intake.FactReader;
import io.milepost.state.intake.UnknownUnitException;
import io.milepost.state.line.Answer;
import io.milepost.state.line.FactArchive;
import io.milepost.state.line.Inherited;
import io.milepost.state.line.Line;
import io.milepost.state.line.LineOutputs;
import io.milepost.state.line.LineState;
import io.milepost.state.line.Step;
import io.milepost.state.sla.GoLive;
import io.milepost.state.sla.Rule;
import io.milepost.state.sla.RuleBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/**
 * The plain model: the lines of one order, each fact applied as soon as it comes. What names no
 * line or comes before its order is not for it.
 */
final class ModelStage implements Stage {

    private final RuleBook rules;
    private final Map<LineKey, LineState> lines = new TreeMap<>(ModelStage::byText);
    private final Map<LineKey, FactArchive> archives = new HashMap<>();
    private final Map<Reference, Map<LineKey, Set<String>>> shipments = new HashMap<>();
    private final List<CarrierEvent> carried = new ArrayList<>();
    private final List<SpecificRecord> out = new ArrayList<>();
    private final Map<LineKey, OdooOrderLine> order = new TreeMap<>(ModelStage::byText);
    private final Map<Long, List<SupplierEvent>> said = new HashMap<>();
    private final Map<LineKey, Integer> numbers = new HashMap<>();
    private long clock = Times.NONE;

    ModelStage(Story story) {
        GoLive live =
                story.goLive()
                        .map(
                                at ->
                                        new GoLive(
                                                Map.of(story.company(), Times.micros(at)),
                                                Times.NONE))
                        .orElse(GoLive.ALWAYS);
        rules = new RuleBook(live);
        story.rules().forEach(this::publish);
    }

    @Override
    public void take(Action.Arrives arriving) throws UnknownUnitException {
        SpecificRecord event = arriving.event();
        if (event instanceof OdooOrderLine line) {
            LineKey key = LineKey.parse(arriving.key());
            boolean isNew = order.put(key, line) == null;
            if (line.getLineNumber() != null) {
                numbers.putIfAbsent(key, line.getLineNumber());
            }
            apply(key, FactReader.order(line));
            if (isNew && line.getSplitOf() != null) {
                inherit(key, line.getSplitOf());
            }
            return;
        }
        if (event instanceof OdooResult result) {
            LineKey key = LineKey.parse(arriving.key());
            take(key, line(key).answered(lines.get(key), Answer.of(result)));
            return;
        }
        if (event instanceof CarrierEvent carrier) {
            carried.add(carrier);
            for (LineKey key : bound(carrier).keySet()) {
                carry(key, carrier);
            }
            return;
        }
        for (LineKey key : linesOf(arriving)) {
            if (event instanceof SupplierEvent supplier && LineNumber.sent(supplier) != null) {
                numbers.putIfAbsent(key, LineNumber.sent(supplier).number());
            }
            apply(key, FactReader.read(event, lines.get(key).order()));
            if (event instanceof SupplierEvent supplier && supplier.getLine() != null) {
                said.computeIfAbsent(key.lineId(), any -> new ArrayList<>()).add(supplier);
                for (LineKey part : partsOf(key)) {
                    inherit(part, supplier);
                }
            }
        }
    }

    private List<LineKey> partsOf(LineKey key) {
        return order.entrySet().stream()
                .filter(
                        line ->
                                line.getValue().getSplitOf() != null
                                        && line.getValue().getSplitOf() == key.lineId())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void inherit(LineKey part, long line) throws UnknownUnitException {
        for (SupplierEvent event : said.getOrDefault(line, List.of())) {
            inherit(part, event);
        }
    }

    private void inherit(LineKey part, SupplierEvent event) throws UnknownUnitException {
        apply(part, Inherited.of(FactReader.read(event, lines.get(part).order())));
        if (event.getBody() instanceof ShipNotice) {
            bind(event, Set.of(part));
            for (CarrierEvent carrier : carried) {
                if (bound(carrier).containsKey(part)) {
                    carry(part, carrier);
                }
            }
        }
    }

    /** Which of its ship notices a carrier speaks of is what divides its word among parts. */
    private void carry(LineKey key, CarrierEvent event) throws UnknownUnitException {
        CarrierFact fact = (CarrierFact) FactReader.read(event, lines.get(key).order());
        apply(key, fact.broughtBy(bound(event).get(key)));
    }

    private Map<LineKey, Set<String>> bound(CarrierEvent event) {
        return shipments.get(event.getEnvelope().getReferences().get(0));
    }

    private void bind(SupplierEvent event, Set<LineKey> found) {
        ShipNotice notice = (ShipNotice) event.getBody();
        String name =
                ShipNoticeFact.identity(event.getDocument().getNumber(), notice.getShipmentId());
        for (Reference reference : event.getEnvelope().getReferences()) {
            Map<LineKey, Set<String>> bound =
                    shipments.computeIfAbsent(reference, any -> new LinkedHashMap<>());
            found.forEach(key -> bound.computeIfAbsent(key, any -> new TreeSet<>()).add(name));
        }
    }

    @Override
    public void publish(SlaPolicy policy) {
        rules.add(Rule.of(policy));
    }

    @Override
    public void clock(Instant time) {
        clock = Times.micros(time);
        for (LineKey key : List.copyOf(lines.keySet())) {
            take(key, line(key).tick(lines.get(key), clock));
        }
    }

    @Override
    public List<SpecificRecord> out() {
        return out;
    }

    private Set<LineKey> linesOf(Action.Arrives arriving) {
        SpecificRecord event = arriving.event();
        if (event instanceof OdooReceipt || event instanceof OdooBill) {
            return Set.of(LineKey.parse(arriving.key()));
        }
        SupplierEvent supplier = (SupplierEvent) event;
        Set<LineKey> found = linesOf(supplier);
        if (supplier.getBody() instanceof ShipNotice) {
            bind(supplier, found);
        }
        return found;
    }

    /** Finding lines is not the model's business; here every name is a plain one. */
    private Set<LineKey> linesOf(SupplierEvent event) {
        LineReference name = event.getLine();
        Set<LineKey> found = new LinkedHashSet<>();
        order.forEach(
                (key, line) -> {
                    if (name == null || isMeant(key, line, name)) {
                        found.add(key);
                    }
                });
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a line that the order has but found " + name);
        }
        return found;
    }

    private boolean isMeant(LineKey key, OdooOrderLine line, LineReference name) {
        if (name.getLineId() != null) {
            return line.getLineId() == name.getLineId();
        }
        return name.getLineNumber() == null
                ? line.getOwnItem().equals(name.getOwnItem())
                : name.getLineNumber().equals(numbers.get(key));
    }

    private void apply(LineKey key, Fact fact) {
        LineState before = lines.getOrDefault(key, LineState.EMPTY);
        take(key, line(key).apply(before, fact, clock));
    }

    private Line line(LineKey key) {
        return new Line(key, rules, archives.computeIfAbsent(key, any -> FactArchive.inMemory()));
    }

    private void take(LineKey key, Step step) {
        lines.put(key, step.state());
        LineOutputs outputs = step.outputs();
        out.addAll(outputs.milestones());
        if (outputs.status() != null) {
            out.add(outputs.status());
        }
        out.addAll(outputs.alerts());
        out.addAll(outputs.commands());
    }

    private static int byText(LineKey one, LineKey other) {
        return one.toString().compareTo(other.toString());
    }
}
