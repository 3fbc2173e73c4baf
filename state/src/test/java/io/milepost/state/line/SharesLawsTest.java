package io.milepost.state.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.CarrierStatus;
import io.milepost.events.LineAnswer;
import io.milepost.events.TimeClassifier;
import io.milepost.state.LineKey;
import io.milepost.state.Rules;
import io.milepost.state.Said;
import io.milepost.state.Times;
import io.milepost.state.fact.CarrierFact;
import io.milepost.state.fact.Fact;
import io.milepost.state.fact.OrderFact;
import io.milepost.state.fact.SchedulePart;
import io.milepost.state.fact.Share;
import io.milepost.state.view.Knowledge;
import io.milepost.state.view.LineView;
import io.milepost.state.view.Quantities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What those take that a line was split into adds up to what the supplier said of the line. */
class SharesLawsTest {

    private static final LineKey KEY = new LineKey("main", "1", 42, 4202);
    private static final long DAY = 86_400_000_000L;
    private static final long START = Said.time("2026-02-01");
    private static final int ORDERED = 100;
    static final int[] SIZES = {60, 30, 10};

    private static final List<Function<Quantities, BigDecimal>> SUMS =
            List.of(
                    Quantities::confirmed,
                    Quantities::backordered,
                    Quantities::shipped,
                    Quantities::invoiced);

    @Provide
    Arbitrary<List<Said>> sayings() {
        return Arbitraries.oneOf(acknowledgements(), notices(), invoices(), statuses())
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<Said> acknowledgements() {
        Arbitrary<SchedulePart> parts =
                Combinators.combine(
                                Arbitraries.integers().between(1, 90),
                                Arbitraries.of(
                                        LineAnswer.ACCEPTED,
                                        LineAnswer.BACKORDERED,
                                        LineAnswer.REJECTED),
                                Arbitraries.integers().between(20, 40))
                        .as((pieces, answer, day) -> Said.part(pieces, answer, START + day * DAY));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(false, false, true),
                        parts.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 9))
                .as(
                        (number, adds, schedule, version, known) -> {
                            SchedulePart[] all = schedule.toArray(new SchedulePart[0]);
                            Said said =
                                    adds
                                            ? Said.addition("A" + number, all)
                                            : Said.acknowledgement("A" + number, all);
                            return said.version(version * 10L + number).known(START + known * DAY);
                        });
    }

    /** A carrier's statuses, brought by some of the ship notices. */
    static Arbitrary<Said> statuses() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of("S1", "S2", "S3").set().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 9))
                .as(
                        (number, notices, turn, known) ->
                                Said.of(
                                                "carrier/c" + number,
                                                header ->
                                                        new CarrierFact(
                                                                header,
                                                                CarrierStatus.DELIVERED,
                                                                TimeClassifier.ACTUAL,
                                                                Times.NONE,
                                                                notices.stream()
                                                                        .map(SharesLawsTest::notice)
                                                                        .toList()))
                                        .tie(turn == 0 ? "" : "000002" + notices)
                                        .happened(START + number * DAY)
                                        .known(START + known * DAY));
    }

    private static String notice(String number) {
        return "ship-notice/" + number + "/" + number;
    }

    static Arbitrary<Said> notices() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 80),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 9))
                .as(
                        (number, pieces, cancelled, version, shipped, known) ->
                                Said.shipNotice("S" + number, pieces, cancelled)
                                        .version(version * 10L + number)
                                        .happened(START + shipped * DAY)
                                        .known(START + known * DAY));
    }

    private static Arbitrary<Said> invoices() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 80),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 9))
                .as(
                        (number, pieces, version, known) ->
                                Said.invoice("I" + number, pieces, 5)
                                        .version(version * 10L + number)
                                        .known(START + known * DAY));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("nothing is lost and nothing counts twice, whenever the line was split")
    void addsUp(@ForAll("sayings") List<Said> sayings, @ForAll("days") int day) {
        assertAddsUp(sayings, day, Function.identity());
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    @Label("however facts arrive, those that a line was split into end the same and say no more")
    void endsTheSame(
            @ForAll("sayings") List<Said> sayings,
            @ForAll("days") int day,
            @ForAll @IntRange(max = 2) int member,
            @ForAll Random random) {
        List<Fact> facts = of(member, facts(sayings), day, Function.identity());
        Arrival oneWay = Arrival.of(facts, random);
        Arrival otherWay = Arrival.of(facts, random);
        Line oneLine = oneWay.line(KEY, Rules.all());
        Line otherLine = otherWay.line(KEY, Rules.all());
        LineState one = oneWay.happenTo(oneLine, new Reader());
        LineState other = otherWay.happenTo(otherLine, new Reader());

        assertThat(otherLine.everything(other)).isEqualTo(oneLine.everything(one));
        assertThat(other.milestones()).isEqualTo(one.milestones());
        assertThat(otherLine.episodes(other)).isEqualTo(oneLine.episodes(one));
        assertThat(other.statusDigest()).isEqualTo(one.statusDigest());
        assertThat(other.nextInstant()).isEqualTo(one.nextInstant());
        for (Fact fact : facts) {
            assertThat(oneLine.apply(one, fact, Times.NONE).outputs().isEmpty())
                    .as("outputs of %s", fact)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, 10);
    }

    @Example
    @Label("the law is caught breaking where each takes everything")
    void catchesCopies() {
        List<Said> sayings = List.of(Said.shipNotice("S1", 70, false));
        assertThat(addsUp(sayings, 1, fact -> fact)).isTrue();
        assertThat(addsUp(sayings, 1, SharesLawsTest::withoutShare)).isFalse();
    }

    private static void assertAddsUp(List<Said> sayings, int day, Function<Fact, Fact> heard) {
        assertThat(addsUp(sayings, day, heard)).isTrue();
    }

    private static boolean addsUp(List<Said> sayings, int day, Function<Fact, Fact> heard) {
        List<Fact> facts = new ArrayList<>(LineFacts.of(facts(sayings)).byKnowledge());
        List<Fact> undivided = new ArrayList<>(facts);
        undivided.add(Said.order(ORDERED, "2026-03-01").known(START - DAY).fact());
        Quantities whole = quantities(LineFacts.of(undivided));
        List<Quantities> members = new ArrayList<>();
        for (int i = 0; i < SIZES.length; i++) {
            members.add(quantities(LineFacts.of(of(i, facts, day, heard))));
        }
        return SUMS.stream()
                .allMatch(
                        sum ->
                                members.stream()
                                                .map(sum)
                                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                                .compareTo(sum.apply(whole))
                                        == 0);
    }

    /** What one of those hears that the line was split into. */
    static List<Fact> of(int member, List<Fact> facts, int day, Function<Fact, Fact> heard) {
        List<Fact> own = new ArrayList<>();
        for (Fact fact : facts) {
            own.add(member == 0 || fact instanceof CarrierFact ? fact : Inherited.of(fact));
        }
        if (member == 0) {
            own.add(Said.order(ORDERED, "2026-03-01").known(START - DAY).fact());
        }
        own.add(heard.apply(split(member, START + day * DAY)));
        return own;
    }

    static List<Fact> facts(List<Said> sayings) {
        return sayings.stream().map(Said::fact).toList();
    }

    private static Fact withoutShare(Fact fact) {
        OrderFact order = (OrderFact) fact;
        return order.withShare(
                new Share(order.share().splitOf(), BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private static Fact split(int member, long known) {
        int before = 0;
        int after = 0;
        for (int i = 0; i < SIZES.length; i++) {
            before += i < member ? SIZES[i] : 0;
            after += i > member ? SIZES[i] : 0;
        }
        OrderFact order =
                (OrderFact) Said.order(SIZES[member], "2026-03-01").version(2).known(known).fact();
        return order.withShare(
                new Share(
                        member == 0 ? 0 : 4201,
                        BigDecimal.valueOf(before),
                        BigDecimal.valueOf(after)));
    }

    private static Quantities quantities(LineFacts facts) {
        return LineView.of(Knowledge.of(Shares.of(facts.byKnowledge()))).quantities();
    }
}
