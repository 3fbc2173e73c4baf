package io.milepost.state.line;

import io.milepost.state.Times;
import io.milepost.state.fact.AcknowledgementFact;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.FactHeader;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.SchedulePart;
import io.milepost.state.fact.ShipNoticeFact;
import io.milepost.state.fact.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a supplier says of a line that was split, as far as it is about one of those that it was
 * split into: first the line itself, by date, then its parts. A pure function of the facts, which
 * every one of them has whole, so that what they take adds up to what was said.
 *
 * <p>Until a line is known to be split, all that is said of it is its own. From then on each fact
 * stands for its share; one whose share becomes another is told again, in a version between its own
 * and the next.
 */
final class Shares {

    /**
     * Between a version and what is told again of it. Sorts before whatever a partner may write.
     */
    private static final String AGAIN = " @";

    private static final Comparator<Dated> BY_DATE =
            Comparator.comparingLong(Dated::date)
                    .thenComparing(Dated::identity)
                    .thenComparingInt(Dated::number);

    private final List<Fact> told = new ArrayList<>();
    private final Map<String, Fact> said = new TreeMap<>();
    private final Map<String, Fact> shown = new HashMap<>();
    private final Map<String, Integer> again = new HashMap<>();
    private final Set<String> own = new HashSet<>();
    private OrderFact order;

    private Shares() {}

    /** Something dated with a quantity. */
    private record Dated(long date, String identity, int number, BigDecimal quantity) {}

    /** Whether a line was split, or is a part of one. */
    static boolean areIn(LineFacts facts) {
        return facts.byKnowledge().stream()
                .anyMatch(
                        fact ->
                                Inherited.is(fact)
                                        || fact instanceof OrderFact version
                                                && version.share() != null);
    }

    /** Whether this is what was told again because its share became another. */
    static boolean isToldAgain(FactHeader header) {
        return header.version().tie().contains(AGAIN);
    }

    /** What facts say of this line, in the order in which it became known. */
    static List<Fact> of(List<Fact> byKnowledge) {
        Shares shares = new Shares();
        byKnowledge.stream()
                .filter(fact -> !Inherited.is(fact))
                .forEach(fact -> shares.own.add(fact.header().identity()));
        byKnowledge.forEach(shares::hear);
        return shares.told;
    }

    private void hear(Fact fact) {
        if (fact instanceof OrderFact version) {
            told.add(version);
            if (order == null || version.supersedes(order)) {
                order = version;
                showAnew(version.header().knownAt(), null);
            }
            return;
        }
        Fact named = named(fact);
        if (!Stated.isShared(fact)) {
            told.add(named);
            return;
        }
        String identity = fact.header().identity();
        Fact known = said.get(identity);
        if (known != null && !fact.supersedes(known)) {
            // An earlier version still tells what was promised first, where there is anything.
            if (shown.containsKey(identity)) {
                told.add(named);
            }
            return;
        }
        said.put(identity, fact);
        showAnew(fact.header().knownAt(), identity);
    }

    private Fact named(Fact fact) {
        return Inherited.asOwn(fact, !own.contains(Inherited.ownIdentity(fact)));
    }

    private void showAnew(long at, String cause) {
        Map<String, Fact> due = due();
        due.forEach(
                (identity, fact) -> {
                    if (!identity.equals(cause)) {
                        show(identity, fact, at, false);
                    }
                });
        if (cause != null) {
            show(cause, due.get(cause), at, true);
        }
    }

    private void show(String identity, Fact share, long at, boolean isNew) {
        Fact before = shown.get(identity);
        if (isNew) {
            if (share != null || before != null) {
                Fact fact = share == null ? Stated.nothing(said.get(identity)) : share;
                shown.put(identity, fact);
                told.add(named(fact));
            }
            return;
        }
        Fact fact = share == null ? Stated.nothing(said.get(identity)) : share;
        if (before == null ? share == null : before.withHeader(fact.header()).equals(fact)) {
            return;
        }
        shown.put(identity, fact);
        told.add(named(fact.withHeader(header(fact.header(), at))));
    }

    private FactHeader header(FactHeader given, long at) {
        String tie = given.version().tie() + AGAIN + String.format(Locale.ROOT, "%016x", at);
        int times = again.merge(given.identity() + tie, 1, Integer::sum);
        return new FactHeader(
                given.identity(),
                new Version(given.version().number(), times == 1 ? tie : tie + "." + times),
                given.eventId(),
                given.occurredAt(),
                given.recordedAt(),
                at,
                given.traceparent());
    }

    /** What each thing that was said comes to here; {@code null} for nothing. */
    private Map<String, Fact> due() {
        Map<String, Fact> due = new TreeMap<>();
        Map<String, List<Dated>> byKind = new HashMap<>();
        List<AcknowledgementFact> acknowledgements = new ArrayList<>();
        List<CarrierFact> carried = new ArrayList<>();
        for (Map.Entry<String, Fact> each : said.entrySet()) {
            Fact fact = each.getValue();
            if (order == null || Stated.isOff(fact)) {
                due.put(each.getKey(), fact);
            } else if (fact instanceof CarrierFact carrier) {
                carried.add(carrier);
            } else if (order.share() == null) {
                // Nobody said how much of what names another line is this one's.
                due.put(each.getKey(), Inherited.is(fact) ? null : fact);
            } else if (isOfThisOnly(fact)) {
                due.put(each.getKey(), fact);
            } else if (fact instanceof AcknowledgementFact acknowledgement) {
                acknowledgements.add(acknowledgement);
            } else {
                byKind.computeIfAbsent(Stated.kind(fact), any -> new ArrayList<>())
                        .add(new Dated(Stated.date(fact), each.getKey(), 0, Stated.quantity(fact)));
            }
        }
        byKind.values().forEach(stretches -> divide(stretches, due));
        divideParts(acknowledgements, due);
        carried.forEach(
                carrier ->
                        due.put(
                                carrier.header().identity(),
                                carriesOfThis(carrier, due) ? carrier : null));
        return due;
    }

    /**
     * Whether a carrier speaks of goods of this line: of a ship notice of which there is a share
     * here. Where nobody said by which notices it came, a part believes it if one names the part.
     */
    private boolean carriesOfThis(CarrierFact carrier, Map<String, Fact> due) {
        if (carrier.notices().isEmpty()) {
            return !isOfPart() || said.values().stream().anyMatch(Shares::isOwnNotice);
        }
        if (order.share() == null) {
            return carrier.notices().stream().noneMatch(this::isOfAnother);
        }
        return carrier.notices().stream()
                .flatMap(notice -> Stream.of(notice, Inherited.identity(notice)))
                .map(due::get)
                .anyMatch(share -> share != null && !Stated.isOff(share));
    }

    /** Whether a ship notice names another line, and not this one as well. */
    private boolean isOfAnother(String notice) {
        return said.containsKey(Inherited.identity(notice)) && !said.containsKey(notice);
    }

    private static boolean isOwnNotice(Fact fact) {
        return fact instanceof ShipNoticeFact && !Inherited.is(fact);
    }

    private boolean isOfPart() {
        return order.share() != null && order.share().isOfPart();
    }

    /** Of a part, what was said of the part itself. */
    private boolean isOfThisOnly(Fact fact) {
        return isOfPart() && !Inherited.is(fact);
    }

    private void divide(List<Dated> stretches, Map<String, Fact> due) {
        shares(stretches)
                .forEach(
                        (dated, share) ->
                                due.put(
                                        dated.identity(),
                                        share.signum() == 0
                                                ? null
                                                : Stated.with(said.get(dated.identity()), share)));
    }

    private Map<Dated, BigDecimal> shares(List<Dated> stretches) {
        Map<Dated, BigDecimal> shares = new TreeMap<>(BY_DATE);
        stretches.sort(BY_DATE);
        BigDecimal from = BigDecimal.ZERO;
        for (Dated dated : stretches) {
            BigDecimal quantity = dated.quantity().max(BigDecimal.ZERO);
            shares.put(dated, order.share().of(from, quantity, order.quantity()));
            from = from.add(quantity);
        }
        return shares;
    }

    /** Acknowledgements that add to one another are divided together, any other by itself. */
    private void divideParts(List<AcknowledgementFact> acknowledgements, Map<String, Fact> due) {
        acknowledgements.sort(Fact.BY_VERSION);
        List<AcknowledgementFact> together = new ArrayList<>();
        boolean confirmed = false;
        for (AcknowledgementFact acknowledgement : acknowledgements) {
            if (!acknowledgement.adds()) {
                confirmed = divideTogether(together, confirmed, due);
                together.clear();
            }
            together.add(acknowledgement);
        }
        divideTogether(together, confirmed, due);
    }

    /** Says whether anything is confirmed of this line by these or by those before them. */
    private boolean divideTogether(
            List<AcknowledgementFact> together, boolean confirmed, Map<String, Fact> due) {
        boolean confirmedBefore = confirmed;
        List<Dated> parts = new ArrayList<>();
        for (AcknowledgementFact acknowledgement : together) {
            for (int i = 0; i < acknowledgement.schedule().size(); i++) {
                SchedulePart part = part(acknowledgement, i);
                long date = part.promisedAt() == Times.NONE ? Long.MAX_VALUE : part.promisedAt();
                parts.add(new Dated(date, acknowledgement.header().identity(), i, part.quantity()));
            }
        }
        Map<Dated, BigDecimal> shares = shares(parts);
        for (AcknowledgementFact acknowledgement : together) {
            String identity = acknowledgement.header().identity();
            List<SchedulePart> left = new ArrayList<>();
            shares.forEach(
                    (dated, share) -> {
                        if (dated.identity().equals(identity) && share.signum() != 0) {
                            left.add(part(acknowledgement, dated.number()).withQuantity(share));
                        }
                    });
            left.sort(Comparator.comparingInt(SchedulePart::number));
            // One that leaves nothing here still replaces what was confirmed before it.
            boolean replaces = !acknowledgement.adds() && confirmedBefore;
            confirmedBefore |= !left.isEmpty();
            due.put(
                    identity,
                    left.isEmpty() && !replaces ? null : acknowledgement.withSchedule(left));
        }
        return confirmedBefore;
    }

    private static SchedulePart part(AcknowledgementFact acknowledgement, int index) {
        return acknowledgement.schedule().get(index);
    }
}
