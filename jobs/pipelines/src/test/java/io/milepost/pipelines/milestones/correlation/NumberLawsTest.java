package io.milepost.pipelines.milestones.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.LineReference;
import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.pipelines.milestones.Bench;
import io.milepost.pipelines.milestones.Events;
import io.milepost.pipelines.milestones.accounts.Entry;
import io.milepost.schemas.Catalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** Which line a supplier's answer ends at does not depend on when the numbers of lines arrived. */
class NumberLawsTest {

    private static final int LINES = 3;
    private static final String FIRST_DAY = day(1);
    private static final String LATER = "2026-06-01";

    private record Said(String knownAt, InboundRecord record) {}

    /** Where the answers ended, and how many were refused for good. */
    private record Ending(Map<String, Set<String>> lines, List<String> letters) {}

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    @Label("every order of arrival ends at the same lines and dead letters, and in even books")
    void commutes(@ForAll Random random) throws Exception {
        List<Said> sayings = sayings(random);
        List<Said> arriving = new ArrayList<>(sayings);
        arriving.addAll(sayings.subList(0, random.nextInt(LINES)));
        Collections.shuffle(arriving, random);

        assertThat(atOnce(arriving)).isEqualTo(asItHappened(sayings));
    }

    /** The clock goes along: whatever can be decided is. */
    private static Ending asItHappened(List<Said> sayings) throws Exception {
        try (Chain chain = new Chain()) {
            for (Said said : sayings) {
                chain.clock(Events.millis(said.knownAt()));
                chain.said(said.record()).settled();
            }
            return ending(chain.clock(Events.millis(LATER)));
        }
    }

    /** Everything arrives before the clock moves. */
    private static Ending atOnce(List<Said> sayings) throws Exception {
        try (Chain chain = new Chain()) {
            for (Said said : sayings) {
                chain.said(said.record()).settled();
            }
            return ending(chain.clock(Events.millis(LATER)));
        }
    }

    private static Ending ending(Chain chain) {
        Arrivals arrivals = chain.arrivals();
        assertThat(arrivals.missing()).as("records that nobody accounts for").isZero();
        assertThat(arrivals.booked(Entry.Kind.WAIT_BEGAN))
                .isEqualTo(arrivals.booked(Entry.Kind.WAIT_ENDED));
        List<String> letters =
                arrivals.letters().stream()
                        .map(letter -> letter.getReason() + " " + letter.getOffset())
                        .sorted()
                        .toList();
        return new Ending(arrivals.said(), letters);
    }

    /** Lines of two items, without numbers; sent under numbers or not; and answers, by day. */
    private static List<Said> sayings(Random random) {
        List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3));
        Collections.shuffle(numbers, random);
        List<Said> sayings = new ArrayList<>();
        for (int line = 0; line < LINES; line++) {
            String item = "VI-" + random.nextInt(2);
            sayings.add(
                    new Said(
                            FIRST_DAY,
                            Bench.record(
                                    Catalogue.ORDER_LINES,
                                    Events.unnumbered(
                                            Events.order(4200 + line, 0, 1, item, FIRST_DAY)))));
        }
        for (int line = 0; line < LINES; line++) {
            for (int times = random.nextInt(3); times > 0; times--) {
                String day = day(2 + random.nextInt(8));
                sayings.add(
                        new Said(
                                day,
                                Bench.record(
                                        Catalogue.SUPPLIER_EVENTS,
                                        Events.sent(4200 + line, numbers.get(line), day))));
            }
        }
        for (int answer = 0; answer < 4; answer++) {
            String day = day(2 + random.nextInt(8));
            sayings.add(
                    new Said(
                            day,
                            Bench.record(
                                    Catalogue.SUPPLIER_EVENTS,
                                    Events.acknowledgement(
                                            "A" + answer, "acme", name(random), day))));
        }
        sayings.sort(Comparator.comparing(Said::knownAt));
        return sayings;
    }

    /** A number, an item that some line may have, or both. */
    private static LineReference name(Random random) {
        int parts = 1 + random.nextInt(3);
        return new LineReference(
                null,
                null,
                (parts & 1) == 0 ? null : 1 + random.nextInt(LINES + 1),
                (parts & 2) == 0 ? null : "VI-" + random.nextInt(3),
                null,
                null);
    }

    private static String day(int day) {
        return "2026-02-0" + day;
    }
}
