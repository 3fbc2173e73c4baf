package io.milepost.state.line;

import io.milepost.events.CarrierStatus;
import io.milepost.events.LineAnswer;
import io.milepost.events.OrderState;
import io.milepost.events.TechnicalOutcome;
import io.milepost.events.TimeClassifier;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.ClaimFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.HoldFact;
import io.milepost.state.fact.SchedulePart;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Lives of lines: revised and cancelled orders, acknowledgements in parts and anew, ship notices,
 * carriers, receipts and their reversals, invoices and bills, much of it known late, some of it
 * said in two ways. Times lie on a coarse grid and numbers are few, so that they meet often.
 */
final class Scenarios {

    static final long START = Said.time("2026-02-01");

    /** After the last deadline of any scenario. */
    static final long END = Said.time("2026-06-01");

    private static final long STEP = 6 * 3_600_000_000L;
    private static final int STEPS = 40;

    private Scenarios() {}

    /** Facts of a line; at least one is its order. */
    static Arbitrary<List<Fact>> facts() {
        Arbitrary<List<Said>> rest = anything().list().ofMinSize(0).ofMaxSize(12);
        return Combinators.combine(orders(), rest)
                .as(
                        (order, others) ->
                                Stream.concat(Stream.of(order), others.stream())
                                        .map(Said::fact)
                                        .toList());
    }

    /** Times within a scenario. */
    static Arbitrary<Long> times() {
        return Arbitraries.integers().between(0, STEPS).map(step -> START + step * STEP);
    }

    private static Arbitrary<Said> anything() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, orders()),
                Tuple.of(3, acknowledgements()),
                Tuple.of(2, shipNotices()),
                Tuple.of(2, carriers()),
                Tuple.of(4, receipts()),
                Tuple.of(2, invoices()),
                Tuple.of(2, bills()),
                Tuple.of(1, others()));
    }

    private static Arbitrary<Said> orders() {
        Arbitrary<OrderState> states =
                Arbitraries.frequency(
                        Tuple.of(8, OrderState.PURCHASE),
                        Tuple.of(1, OrderState.DRAFT),
                        Tuple.of(1, OrderState.CANCELLED));
        return timed(Combinators.combine(pieces(), times(), states).as(Said::order), versions());
    }

    private static Arbitrary<Said> acknowledgements() {
        Arbitrary<SchedulePart> parts =
                Combinators.combine(
                                pieces(),
                                Arbitraries.of(LineAnswer.values()),
                                times().injectNull(0.2))
                        .as((n, answer, at) -> Said.part(n, answer, at == null ? Times.NONE : at));
        Arbitrary<Said> given =
                Combinators.combine(Arbitraries.of("A1", "A2"), parts.array(SchedulePart[].class))
                        .as(Said::acknowledgement);
        Arbitrary<Said> added =
                Combinators.combine(Arbitraries.of("A2", "A3"), parts.array(SchedulePart[].class))
                        .as(Said::addition);
        Arbitrary<Said> takenBack = Arbitraries.of("A1", "A2").map(Said::noAcknowledgement);
        return timed(
                Arbitraries.frequencyOf(
                        Tuple.of(4, given), Tuple.of(1, added), Tuple.of(1, takenBack)),
                versions());
    }

    private static Arbitrary<Said> shipNotices() {
        return timed(
                Combinators.combine(
                                Arbitraries.of("S1", "S2"),
                                pieces(),
                                Arbitraries.of(false, false, true))
                        .as(Said::shipNotice),
                versions());
    }

    private static Arbitrary<Said> carriers() {
        return timed(
                Combinators.combine(
                                Arbitraries.of("c1", "c2", "c3"),
                                Arbitraries.of(CarrierStatus.values()),
                                Arbitraries.of(TimeClassifier.ACTUAL, TimeClassifier.ESTIMATED),
                                times().injectNull(0.5))
                        .as(
                                (id, status, classifier, estimate) ->
                                        Said.of(
                                                "carrier/" + id,
                                                header ->
                                                        new CarrierFact(
                                                                header,
                                                                status,
                                                                classifier,
                                                                estimate == null
                                                                        ? Times.NONE
                                                                        : estimate))),
                Arbitraries.just(1L));
    }

    private static Arbitrary<Said> receipts() {
        return timed(
                Combinators.combine(
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.of(5, 10, 10, -5, -10))
                        .as(Said::receipt),
                versions());
    }

    private static Arbitrary<Said> invoices() {
        return timed(
                Combinators.combine(Arbitraries.of("I1", "I2"), pieces(), Arbitraries.of(5, 5, 6))
                        .as(Said::invoice),
                versions());
    }

    private static Arbitrary<Said> bills() {
        Arbitrary<Said> drafts =
                Combinators.combine(
                                Arbitraries.integers().between(1, 2),
                                Arbitraries.of("I1", "I2", null),
                                pieces())
                        .as((line, number, n) -> Said.draftBill(line, number, n, 5));
        Arbitrary<Said> posted =
                Combinators.combine(
                                Arbitraries.integers().between(1, 2),
                                Arbitraries.of("I1", "I2"),
                                pieces(),
                                times().injectNull(0.5))
                        .as(
                                (line, number, n, paid) ->
                                        Said.bill(
                                                line,
                                                number,
                                                n,
                                                5,
                                                paid == null ? Times.NONE : paid));
        return timed(Arbitraries.frequencyOf(Tuple.of(4, posted), Tuple.of(1, drafts)), versions());
    }

    private static Arbitrary<Said> others() {
        Arbitrary<Said> technicals =
                Arbitraries.of(TechnicalOutcome.values()).map(o -> Said.technical("T1", o));
        Arbitrary<Said> holds =
                Arbitraries.of(true, false)
                        .map(
                                released ->
                                        Said.of(
                                                "hold/1",
                                                h -> new HoldFact(h, released, BigDecimal.ONE)));
        Arbitrary<Said> claims =
                Arbitraries.of(true, false)
                        .map(
                                cancelled ->
                                        Said.of(
                                                "claim/1",
                                                h -> new ClaimFact(h, cancelled, BigDecimal.ONE)));
        return timed(Arbitraries.oneOf(technicals, holds, claims), versions());
    }

    /** Most things are known when they happen, some later, a few before. */
    private static Arbitrary<Said> timed(Arbitrary<Said> said, Arbitrary<Long> versions) {
        Arbitrary<Integer> late = Arbitraries.of(0, 0, 0, 1, 4, 12, -1);
        return Combinators.combine(said, versions, times(), late)
                .as(
                        (what, version, at, steps) ->
                                what.version(version).happened(at).known(at + steps * STEP));
    }

    private static Arbitrary<Integer> pieces() {
        return Arbitraries.of(10, 10, 10, 5, 4);
    }

    private static Arbitrary<Long> versions() {
        return Arbitraries.longs().between(1, 3);
    }
}
